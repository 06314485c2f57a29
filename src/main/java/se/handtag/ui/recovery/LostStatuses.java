package se.handtag.ui.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.commands.Step;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Person;
import se.handtag.mdm.Platform;
import se.handtag.policy.Decision;
import se.handtag.recovery.LostReport;
import se.handtag.ui.words.Words;

/** Tells how a lost device stands, and never more than is known. */
@Component
class LostStatuses {
    private final Commands commands;
    private final Words words;
    private final Clock clock;

    LostStatuses(Commands commands, Words words, Clock clock) {
        this.commands = commands;
        this.words = words;
        this.clock = clock;
    }

    /** @param lock what the rules say of locking it now: their words are shown when nothing locks it */
    LostStatus of(LostReport report, FleetDevice device, Decision lock, Person reader, Locale locale) {
        Optional<Command> command = Optional.ofNullable(report.lock()).flatMap(commands::find);
        List<Rung> rungs = new ArrayList<>();
        boolean own = report.by().equals(reader.id());
        rungs.add(rung(
                "done",
                own ? say(locale, "rung.reported") : say(locale, "rung.reported-by", report.reportedBy()),
                null,
                report.reportedAt(),
                locale));
        boolean carried = device.platform() == Platform.IOS || device.platform() == Platform.ANDROID;
        if (command.isEmpty()) {
            rungs.add(new Rung("failed", say(locale, "rung.no-lock"), null, null, null));
            return new LostStatus(
                    "no", say(locale, "no-lock"), reasons(lock, locale), List.copyOf(rungs), false, carried);
        }
        climb(command.get(), rungs, locale);
        Told told = tell(command.get(), device, locale);
        boolean moving = switch (command.get().state()) {
            case DUE, SENDING, ACCEPTED, CONTACT_SINCE, UNKNOWN -> true;
            default -> false;
        };
        return new LostStatus(told.tone(), told.headline(), told.texts(), List.copyOf(rungs), moving, carried);
    }

    private record Told(String tone, String headline, List<String> texts) {}

    private Told tell(Command command, FleetDevice device, Locale locale) {
        Step last = command.steps().getLast();
        String note = words.note(last, locale);
        return switch (command.state()) {
            case DUE -> due(last.note(), note, locale);
            case HELD, SENDING -> new Told("wait", say(locale, "sending"), noted(note, say(locale, "sending.text")));
            case UNKNOWN -> new Told("wait", say(locale, "unknown"), List.of(say(locale, "unknown.text")));
            case ACCEPTED -> new Told("wait", say(locale, "accepted"), accepted(device, locale));
            case CONTACT_SINCE -> new Told("ok", say(locale, "contact"), List.of(say(locale, "contact.text")));
            case NOT_VERIFIABLE ->
                "no-sight-lock".equals(last.note())
                        ? new Told("ok", say(locale, "contact"), List.of(say(locale, "contact.text")))
                        : new Told("wait", say(locale, "silent"), noted(note, say(locale, "failed.text")));
            case EFFECT_SEEN, SETTLED_DONE -> new Told("ok", say(locale, "locked"), List.of());
            case REFUSED, CANCELLED, CONTRADICTED, SETTLED_NOT_DONE ->
                new Told("no", say(locale, "failed"), noted(note, say(locale, "failed.text")));
        };
    }

    /**
     * @param why in the portal's own words, null for nothing but its turn
     * @param note the same in the person's
     */
    private Told due(@Nullable String why, @Nullable String note, Locale locale) {
        return switch (why == null ? "" : why) {
            case "mdm-away" -> new Told("wait", say(locale, "mdm-away"), List.of(say(locale, "mdm-away.text")));
            case "mdm-login", "log-away" ->
                new Told("wait", say(locale, "waits"), noted(note, say(locale, "waits.text")));
            default -> new Told("wait", say(locale, "sending"), noted(note, say(locale, "sending.text")));
        };
    }

    private List<String> accepted(FleetDevice device, Locale locale) {
        Instant contact = device.lastContact();
        String text = say(locale, "accepted.text");
        return contact == null
                ? List.of(text)
                : List.of(
                        text,
                        say(
                                locale,
                                "accepted.last",
                                Times.of(words, locale, clock).clock(contact)));
    }

    private static List<String> noted(@Nullable String note, String text) {
        return note == null ? List.of(text) : List.of(note, text);
    }

    private List<String> reasons(Decision lock, Locale locale) {
        List<String> texts = new ArrayList<>();
        if (lock.denied()) {
            lock.reasons().forEach(reason -> texts.add(reason.explanation().in(locale)));
        }
        texts.add(say(locale, "no-lock.text"));
        return texts;
    }

    private void climb(Command command, List<Rung> rungs, Locale locale) {
        List<Step> steps = command.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            // Attempts on the way to an answer are told by the last of them only.
            if (i == steps.size() - 1 || !onTheWay(step.state())) {
                rungs.add(rung(
                        how(step.state()),
                        words.state(step.state(), locale),
                        words.note(step, locale),
                        step.at(),
                        locale));
            }
        }
        switch (command.state()) {
            case DUE, SENDING -> {
                rungs.add(new Rung("later", words.state(CommandState.ACCEPTED, locale), null, null, null));
                rungs.add(new Rung("later", say(locale, "rung.contact"), null, null, null));
            }
            case ACCEPTED ->
                rungs.add(new Rung("now", say(locale, "rung.contact"), say(locale, "rung.contact.note"), null, null));
            default -> {}
        }
    }

    private Rung rung(String how, String title, @Nullable String note, Instant at, Locale locale) {
        return new Rung(how, title, note, Times.of(words, locale, clock).clock(at), at);
    }

    private static boolean onTheWay(CommandState state) {
        return state == CommandState.DUE || state == CommandState.SENDING || state == CommandState.UNKNOWN;
    }

    private static String how(CommandState state) {
        return switch (state) {
            case HELD, DUE, SENDING, UNKNOWN -> "now";
            case REFUSED, CANCELLED, CONTRADICTED, SETTLED_NOT_DONE -> "failed";
            case ACCEPTED, CONTACT_SINCE, EFFECT_SEEN, NOT_VERIFIABLE, SETTLED_DONE -> "done";
        };
    }

    private String say(Locale locale, String key, Object... arguments) {
        return words.say(locale, "recovery.status." + key, arguments);
    }
}
