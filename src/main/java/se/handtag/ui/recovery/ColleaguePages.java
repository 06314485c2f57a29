package se.handtag.ui.recovery;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.ColleagueReports.Taken;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLink.Purpose;
import se.handtag.recovery.IntranetLinks;
import se.handtag.ui.words.LooksAtOthers;

/**
 * Reporting for a colleague, and the links that lead there. What is answered depends on nothing but who asks: the colleague
 * is not looked for here.
 */
@Controller
class ColleaguePages {
    private static final String FORM = "/lost/colleague";

    private final SignedIn signedIn;
    private final ColleagueReports reports;
    private final IntranetLinks links;
    private final LooksAtOthers looks;

    ColleaguePages(SignedIn signedIn, ColleagueReports reports, IntranetLinks links, LooksAtOthers looks) {
        this.signedIn = signedIn;
        this.reports = reports;
        this.links = links;
        this.looks = looks;
    }

    /** Checks a link and leads on to the page that it is for. Nothing is changed by it. */
    @GetMapping("/lost/link/{token}")
    ModelAndView follow(@PathVariable String token) {
        Optional<IntranetLink> link = links.follow(signedIn.person(), token);
        if (link.isEmpty()) {
            // Without its signature, which would let others follow it.
            looks.recordRefused(
                    "follow-link", "link", StringUtils.truncate(token.substring(0, token.lastIndexOf('.') + 1)));
            return LostPages.problem("link", HttpStatus.NOT_FOUND);
        }
        if (link.get().purpose() == Purpose.COLLEAGUE) {
            return LostPages.seeOther(FORM + "?link=" + link.get().id());
        }
        // The device stays unnamed in addresses, which proxies and histories keep: the link's own number stands for it.
        return LostPages.seeOther(
                link.get().device() == null ? "/lost" : "/lost/" + link.get().id());
    }

    @GetMapping(FORM)
    ModelAndView form(@RequestParam Optional<String> link, @RequestParam Optional<String> empty) {
        var preselected = link.flatMap(this::preselects);
        if (link.isPresent() && preselected.isEmpty()) {
            return LostPages.problem("link", HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("recovery/colleague")
                .addObject("empty", empty.isPresent())
                .addObject(
                        "link",
                        preselected.filter(known -> known.user() != null).orElse(null));
    }

    /** @param whom address, account or name; unused when a link stands for somebody */
    @PostMapping(FORM)
    ModelAndView report(@RequestParam(defaultValue = "") String whom, @RequestParam Optional<String> link) {
        var preselected = link.flatMap(this::preselects);
        if (link.isPresent() && preselected.isEmpty()) {
            return LostPages.problem("link", HttpStatus.NOT_FOUND);
        }
        IntranetLink known = preselected.orElse(null);
        String name = name(known, whom);
        if (name.isBlank()) {
            return LostPages.seeOther(FORM + "?empty");
        }
        Taken taken = reports.report(signedIn.actor(), name, known == null ? null : known.user());
        return LostPages.seeOther(FORM + (taken == Taken.YES ? "/reported" : "/too-many"));
    }

    @GetMapping(FORM + "/reported")
    ModelAndView reported() {
        return LostPages.problem("colleague-reported", HttpStatus.OK);
    }

    @GetMapping(FORM + "/too-many")
    ModelAndView tooMany() {
        return LostPages.problem("colleague-too-many", HttpStatus.OK);
    }

    private static String name(@Nullable IntranetLink link, String whom) {
        return link == null || link.user() == null ? whom : link.name();
    }

    private Optional<IntranetLink> preselects(String id) {
        try {
            return links.resolve(signedIn.person(), UUID.fromString(id))
                    .filter(link -> link.purpose() == Purpose.COLLEAGUE);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
