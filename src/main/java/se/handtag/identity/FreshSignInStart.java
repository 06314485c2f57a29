package se.handtag.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a signed-in person to the provider to prove once more who they are, and back to a page of the portal. */
@Controller
class FreshSignInStart {
    /** Where Spring Security looks for the page to show after a sign-in. */
    private static final String AFTERWARDS = "SPRING_SECURITY_SAVED_REQUEST";

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~%?&=+-]{0,500}");

    private final SignedIn signedIn;
    private final Clock clock;

    FreshSignInStart(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param to the page to show afterwards; anything but a path of the portal leads to its first page */
    @GetMapping("/sign-in/fresh")
    String start(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        var session = request.getSession();
        String context = request.getContextPath();
        session.setAttribute(
                FreshRound.WAITING, new FreshRound(signedIn.person().id(), clock.instant()));
        session.setAttribute(AFTERWARDS, new SimpleSavedRequest(context + safe(to)));
        return "redirect:" + Door.PORTAL.start() + "/" + Door.PORTAL.registration() + "?fresh";
    }

    static String safe(@Nullable String to) {
        if (to == null || !PATH.matcher(to).matches() || to.startsWith("/sign-in/")) {
            return "/";
        }
        try {
            var address = URI.create(to);
            return address.isAbsolute() || address.getRawAuthority() != null || climbs(address) ? "/" : to;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    /** Decoded, dots and slashes could lead elsewhere than what was looked at. */
    private static boolean climbs(URI address) {
        String path = address.getPath();
        return path.contains("//") || path.contains("..") || path.contains("\\");
    }
}
