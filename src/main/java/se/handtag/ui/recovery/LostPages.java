package se.handtag.ui.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.devices.Picture;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLinks;
import se.handtag.recovery.LostMessages;
import se.handtag.recovery.LostReports;
import se.handtag.recovery.Reported;
import se.handtag.requests.ReachableDevices;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.Words;

/** The shortest way from the intranet to a locked phone. Opening any of these changes nothing; only the press does. */
@Controller
class LostPages {
    private final SignedIn signedIn;
    private final LooksAtOthers looks;
    private final MdmUsers users;
    private final Fleet fleet;
    private final ReachableDevices reachable;
    private final LostReports reports;
    private final DeviceCards cards;
    private final LostStatuses statuses;
    private final FirstAnswer firstAnswer;
    private final LostExtras extras;
    private final LostMessages messages;
    private final IntranetLinks links;
    private final Words words;
    private final Clock clock;

    LostPages(
            SignedIn signedIn,
            LooksAtOthers looks,
            MdmUsers users,
            Fleet fleet,
            ReachableDevices reachable,
            LostReports reports,
            DeviceCards cards,
            LostStatuses statuses,
            FirstAnswer firstAnswer,
            LostExtras extras,
            LostMessages messages,
            IntranetLinks links,
            Words words,
            Clock clock) {
        this.signedIn = signedIn;
        this.looks = looks;
        this.users = users;
        this.fleet = fleet;
        this.reachable = reachable;
        this.reports = reports;
        this.cards = cards;
        this.statuses = statuses;
        this.firstAnswer = firstAnswer;
        this.extras = extras;
        this.messages = messages;
        this.links = links;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/lost")
    ModelAndView choose(@RequestParam Optional<String> again, @RequestParam Optional<String> ended, Locale locale) {
        return switch (users.match(signedIn.person())) {
            case Match.None() -> problem("none", HttpStatus.OK);
            case Match.Several() -> problem("several", HttpStatus.OK);
            case Match.NotKnownNow() -> problem("away", HttpStatus.SERVICE_UNAVAILABLE);
            case Match.One(var self) -> {
                var own = fleet.of(self.value().id());
                yield own.value().isEmpty()
                        ? problem("nothing", HttpStatus.OK)
                        : choice(
                                        cards.of(signedIn.person(), self.value().id(), own.value(), locale),
                                        own,
                                        again.isPresent(),
                                        locale)
                                .addObject("ended", ended.isPresent());
            }
        };
    }

    @PostMapping("/lost/{id}")
    ModelAndView report(@PathVariable String id) {
        var device = device(id);
        if (device.isEmpty()) {
            return notFound(id);
        }
        var reported = reports.report(signedIn.actor(), device.get());
        if (reported instanceof Reported.Locking(var report) && report.lock() != null) {
            firstAnswer.await(report.lock());
        }
        return reported instanceof Reported.NoSuchDevice ? notFound(id) : seeOther("/lost/" + id);
    }

    @GetMapping("/lost/{id}")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam Optional<String> again,
            @RequestParam Optional<String> watch,
            Locale locale) {
        var found = device(id).flatMap(device -> reachable.find(signedIn.person(), device));
        if (found.isEmpty()) {
            looks.recordRefused("open-device", "device", id);
            return notFound(id);
        }
        FleetDevice device = found.get().device();
        var card =
                cards.of(signedIn.person(), found.get().self(), device, locale).at(id);
        var report = reports.about(device.id());
        if (report.isEmpty()) {
            return choice(List.of(card), found.get().picture(), again.isPresent(), locale);
        }
        var lock = cards.lock(signedIn.person(), found.get().self(), device);
        var page = new ModelAndView("recovery/status")
                .addObject("device", card)
                .addObject("status", statuses.of(report.get(), device, lock, signedIn.person(), locale))
                .addObject("offersLock", !lock.denied() && !lock.needsApproval() && reports.isWithoutLock(report.get()))
                .addObject("own", found.get().own())
                .addObject("watch", watch.isPresent());
        extras.add(page, found.get(), report.get(), locale);
        return page;
    }

    /** Ends what else is signed in as this person. */
    @PostMapping("/lost/{id}/elsewhere")
    ModelAndView elsewhere(@PathVariable String id) {
        device(id).ifPresent(device -> reports.endElsewhere(signedIn.actor(), device));
        return seeOther("/lost/" + id);
    }

    /** Shows whoever finds it whom to call. */
    @PostMapping("/lost/{id}/message")
    ModelAndView message(@PathVariable String id, Locale locale) {
        var device = device(id);
        if (device.isEmpty() || reachable.find(signedIn.person(), device.get()).isEmpty()) {
            return notFound(id);
        }
        messages.show(signedIn.actor(), device.get(), extras.screenText(locale));
        return seeOther("/lost/" + id);
    }

    /** After signing out, or after ten minutes. */
    @GetMapping("/lost/signed-out")
    ModelAndView signedOut() {
        return problem("signed-out", HttpStatus.OK);
    }

    @ExceptionHandler
    ModelAndView mdmAway(MdmException away) {
        return problem("away", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private ModelAndView choice(List<DeviceCard> devices, Picture<?> known, boolean again, Locale locale) {
        return new ModelAndView("recovery/choose")
                .addObject("devices", devices)
                .addObject(
                        "knownAt",
                        known.fresh() ? null : Times.of(words, locale, clock).clock(known.asOf()))
                .addObject("again", again);
    }

    static ModelAndView problem(String which, HttpStatus status) {
        var page = new ModelAndView("recovery/problem").addObject("which", which);
        page.setStatus(status);
        return page;
    }

    /**
     * The same to the byte for what does not exist and for what is somebody else's. Whoever had a page of a link open that has
     * ended since is led to all of their devices.
     */
    private ModelAndView notFound(String id) {
        if (deviceId(id)
                .filter(link -> links.hasEnded(signedIn.person(), link.value()))
                .isPresent()) {
            return seeOther("/lost?ended");
        }
        var page = new ModelAndView("recovery/problem").addObject("which", "not-found");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        // What somebody wrote in braces is no variable.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** @param id the device's own, or that of a link which preselects it for whoever is signed in */
    private Optional<DeviceId> device(String id) {
        return deviceId(id)
                .map(itself -> links.resolve(signedIn.person(), itself.value())
                        .filter(link -> link.purpose() == IntranetLink.Purpose.LOST)
                        .map(IntranetLink::device)
                        .orElse(itself));
    }

    static Optional<DeviceId> deviceId(String id) {
        try {
            return Optional.of(DeviceId.of(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
