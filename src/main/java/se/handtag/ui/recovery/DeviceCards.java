package se.handtag.ui.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Person;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Subject;
import se.handtag.policy.Manner;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.DevicePicture;
import se.handtag.ui.words.Words;

/** Puts devices on cards, those first that are lost most often. */
@Component
class DeviceCards {
    private static final Duration RECENT = Duration.ofDays(1);

    private final LostReports reports;
    private final Policy policy;
    private final Words words;
    private final Clock clock;

    DeviceCards(LostReports reports, Policy policy, Words words, Clock clock) {
        this.reports = reports;
        this.policy = policy;
        this.words = words;
        this.clock = clock;
    }

    List<DeviceCard> of(Person person, UserId self, List<FleetDevice> devices, Locale locale) {
        return devices.stream()
                .sorted(Comparator.comparingInt(device -> rank(device.platform())))
                .map(device -> of(person, self, device, locale))
                .toList();
    }

    DeviceCard of(Person person, @Nullable UserId self, FleetDevice device, Locale locale) {
        var times = Times.of(words, locale, clock);
        var report = reports.about(device.id());
        Instant contact = device.lastContact();
        String tone;
        String chip;
        if (report.isPresent()) {
            tone = "no";
            chip = words.say(
                    locale, "recovery.chip.lost", times.clock(report.get().reportedAt()));
        } else if (contact == null) {
            tone = "wait";
            chip = words.say(locale, "recovery.chip.never");
        } else {
            boolean recent = Duration.between(contact, clock.instant()).compareTo(RECENT) < 0;
            tone = recent ? "ok" : "wait";
            chip = words.say(locale, recent ? "recovery.chip.contact" : "recovery.chip.silent", times.ago(contact));
        }
        return new DeviceCard(
                device.id().toString(),
                device.title(),
                device.model(),
                device.ending(),
                DevicePicture.of(device.platform().number(), device.model()).svg(),
                tone,
                chip,
                report.isPresent(),
                locks(lock(person, self, device)));
    }

    /** What the rules say of locking it now. */
    Decision lock(Person person, @Nullable UserId self, FleetDevice device) {
        return policy.rule(Asker.of(person, self), new Subject.OfDevice(device), new Action.Lock(), Manner.PLAIN)
                .decision();
    }

    private static boolean locks(Decision decision) {
        return !decision.denied() && !decision.needsApproval();
    }

    private static int rank(Platform platform) {
        return switch (platform) {
            case IOS, ANDROID -> 0;
            case MACOS -> 1;
            case TVOS, UNKNOWN -> 2;
        };
    }
}
