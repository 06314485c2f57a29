package se.handtag.trial.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The pages a person sees: choose somebody, type the password, and a front page for those who came by themselves. */
@Controller
class SignInPages {
    private final People people;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    SignInPages(People people) {
        this.people = people;
    }

    /** One of the people offered, as the page shows them. */
    record Choice(String username, String name, String initials, String line) {
        static Choice of(Person person, Locale locale) {
            var line = person.as() == null ? person.email() : person.as().in(locale);
            var initials =
                    person.givenName().substring(0, 1) + person.familyName().substring(0, 1);
            return new Choice(person.username(), person.name(), initials, line);
        }
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "as", required = false) @Nullable String as,
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "choose", required = false) @Nullable String choose,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var wanted = as == null && choose == null ? hint(request, response) : as;
        var person = wanted == null ? null : people.find(wanted);
        model.addAttribute("problem", problem == null ? null : problem.equals("wait") ? "wait" : "wrong");
        model.addAttribute("again", request.getSession().getAttribute(FreshSignIn.WAITING) != null);
        model.addAttribute("password", TrialIdp.PASSWORD);
        model.addAttribute("language", locale.getLanguage());
        if (person != null) {
            model.addAttribute("person", Choice.of(person, locale));
            return "password";
        }
        List<Choice> choices =
                people.offered().stream().map(p -> Choice.of(p, locale)).toList();
        model.addAttribute("people", choices);
        return "people";
    }

    @GetMapping("/")
    String front(Locale locale, Model model) {
        var someone = SignedIn.current();
        model.addAttribute("signedIn", someone == null ? null : someone.person().name());
        model.addAttribute("language", locale.getLanguage());
        return "front";
    }

    @GetMapping("/sign-in.css")
    ResponseEntity<ClassPathResource> styles() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(new ClassPathResource("trial/idp/sign-in.css"));
    }

    @GetMapping({"/icon.svg", "/favicon.ico"})
    ResponseEntity<ClassPathResource> icon() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(new ClassPathResource("trial/idp/icon.svg"));
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.of("sv")));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /** {@code login_hint} of the authorization request that waits for this sign-in, or null. */
    private @Nullable String hint(HttpServletRequest request, HttpServletResponse response) {
        var waiting = requests.getRequest(request, response);
        var hints = waiting == null ? null : waiting.getParameterValues("login_hint");
        return hints == null || hints.length == 0 ? null : hints[0];
    }
}
