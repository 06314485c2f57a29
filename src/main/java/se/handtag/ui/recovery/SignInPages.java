package se.handtag.ui.recovery;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For whoever could not be signed in, or has no connection. */
@Controller
class SignInPages {

    /** What a browser keeps for when there is no connection. */
    @GetMapping("/offline")
    String offline() {
        return "recovery/offline";
    }

    /**
     * @param away there when the identity provider could not be asked at all
     * @param fresh there when the person was to prove once more who they are
     * @param weak there when the sign-in was made easier than the company allows
     * @param lost there when they came to report a phone lost
     */
    @GetMapping("/sign-in-failed")
    ModelAndView failed(
            @RequestParam Optional<String> away,
            @RequestParam Optional<String> fresh,
            @RequestParam Optional<String> weak,
            @RequestParam Optional<String> lost) {
        String which = away.isPresent() ? "away" : fresh.isPresent() ? "fresh" : weak.isPresent() ? "weak" : "failed";
        var page = new ModelAndView("recovery/sign-in")
                .addObject("which", which)
                .addObject(
                        "again",
                        lost.isPresent() ? "/lost" : fresh.isPresent() ? "/" : "/oauth2/authorization/handtag");
        page.setStatus(away.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        return page;
    }
}
