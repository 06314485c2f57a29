package se.handtag.ui.recovery;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For whoever could not be signed in. */
@Controller
class SignInPages {

    /** @param away there when the identity provider could not be asked at all */
    @GetMapping("/sign-in-failed")
    ModelAndView failed(@RequestParam Optional<String> away) {
        var page = new ModelAndView("recovery/sign-in").addObject("away", away.isPresent());
        page.setStatus(away.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        return page;
    }
}
