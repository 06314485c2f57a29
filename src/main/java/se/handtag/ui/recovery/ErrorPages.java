package se.handtag.ui.recovery;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.handtag.identity.SignedIn;
import se.handtag.ui.shell.RequestId;

/** Pages for what failed outside Vaadin: what it means and what to do, never what went wrong inside. */
@Component
class ErrorPages implements ErrorViewResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String LOST = "/lost";

    private final SignedIn signedIn;
    private final SecureRandom random = new SecureRandom();

    ErrorPages(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .substring(request.getContextPath().length());
        boolean lost = path.equals(LOST) || path.startsWith(LOST + "/");
        if (lost && status == HttpStatus.FORBIDDEN && signedIn.find().isEmpty()) {
            // The session ended before the press: sign in again and show the choice once more.
            String device = path.substring(Math.min(path.length(), LOST.length() + 1));
            return new ModelAndView("redirect:" + LOST
                    + LostPages.deviceId(device).map(id -> "/" + id).orElse("") + "?again");
        }
        String which = switch (status) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case TOO_MANY_REQUESTS -> "too-many";
            case SERVICE_UNAVAILABLE -> "later";
            default -> status.is4xxClientError() ? "wrong" : "failed";
        };
        return new ModelAndView("error")
                .addObject("which", which)
                .addObject("lost", lost)
                .addObject("reference", status.is5xxServerError() ? reference(request) : null);
    }

    private @Nullable String reference(HttpServletRequest request) {
        String reference = RequestId.currentOr(random);
        LOG.error(
                "Failure {} on a page", reference, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
