package se.handtag.ui.employee;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.CommandState;
import se.handtag.policy.ActionKind;
import se.handtag.ui.employee.Happenings.Happening;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.Words;

/** What happened to a person's device, in a sentence with who did it. */
@Component
class HappeningWords {
    private final Words words;
    private final Clock clock;

    HappeningWords(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** A line. @param quiet what it was done to, when, and whatever else is known */
    record Said(Glyph glyph, String title, String quiet) {}

    /** Empty for what says nothing to a person, such as that a command waits for its next try. */
    Optional<Said> of(Happening happening, Locale locale) {
        AuditRecord record = happening.record();
        String title = record.kind() == AuditKind.OUTCOME || record.kind() == AuditKind.COMMAND_STEP
                ? step(record, locale)
                : deed(happening, locale);
        if (title == null) {
            return Optional.empty();
        }
        List<String> quiet = new ArrayList<>();
        if (record.label() != null && !record.label().isBlank()) {
            quiet.add(record.label());
        }
        quiet.add(TimeText.clockWords(record.at(), clock));
        String ticket = record.facts().get("ticket");
        if (ticket != null) {
            quiet.add(words.say(locale, "employee.touched.ticket", ticket));
        }
        return Optional.of(new Said(glyph(record), title, String.join(" · ", quiet)));
    }

    /** How far a command has come, as its ladder says it; null for its ways to there. */
    private @Nullable String step(AuditRecord record, Locale locale) {
        for (CommandState state : CommandState.values()) {
            if (state.name().equals(record.outcome()) && isNews(state)) {
                String who = record.onBehalfOf();
                String action = action(record, locale);
                return who == null
                        ? words.say(locale, "employee.touched.step", action, words.state(state, locale))
                        : words.say(locale, "employee.touched.step.for", action, words.state(state, locale), who);
            }
        }
        return null;
    }

    private static boolean isNews(CommandState state) {
        return state != CommandState.DUE && state != CommandState.SENDING;
    }

    private @Nullable String deed(Happening happening, Locale locale) {
        AuditRecord record = happening.record();
        String key = key(record);
        if (key == null) {
            return null;
        }
        String action = lower(action(record, locale));
        if (happening.mine()) {
            return words.say(locale, "employee.touched." + key + ".you", action);
        }
        String by = isReportedFor(record) ? record.facts().get("reportedBy") : record.actor();
        String who = by == null ? words.say(locale, "employee.touched.somebody") : by;
        return words.say(locale, "employee.touched." + key, who, action);
    }

    /** Null where the portal itself did what its commands tell. */
    private static @Nullable String key(AuditRecord record) {
        boolean nobody = record.actorId() == null;
        return switch (record.kind()) {
            case LOOK ->
                switch (String.valueOf(record.action())) {
                    case "act-for" -> "acted";
                    case "open-request" -> "look-request";
                    case "open-command" -> "look-command";
                    default -> "look";
                };
            case LOST -> {
                if (isReportedFor(record)) {
                    yield "for-you";
                }
                yield nobody
                        ? null
                        : switch (String.valueOf(record.action())) {
                            case "report-lost" -> "lost";
                            case "repeat-lock" -> "lock-again";
                            case "lift-lost" -> "lost-ended";
                            default -> null;
                        };
            }
            case APPROVAL -> nobody ? null : "withdrawn".equals(record.outcome()) ? "withdrawn" : "decided";
            case HOLD ->
                switch (String.valueOf(record.outcome())) {
                    case "called off", "not sent again" -> "called-off";
                    case "first to release" -> "released-first";
                    default -> "released";
                };
            case SETTLED -> "settled";
            default -> {
                if (record.facts().containsKey("because")) {
                    yield "its time is over".equals(record.facts().get("because")) ? "time-over" : null;
                }
                yield nobody ? null : "denied".equals(record.outcome()) ? "refused" : "asked";
            }
        };
    }

    /** Carried out by the portal, for whoever reported it. */
    private static boolean isReportedFor(AuditRecord record) {
        return "lock-for-colleague".equals(record.action());
    }

    private String action(AuditRecord record, Locale locale) {
        String name = "act-for".equals(record.action()) ? record.outcome() : record.action();
        for (ActionKind kind : ActionKind.values()) {
            if (kind.key().equals(name)) {
                return words.action(kind, locale);
            }
        }
        return "report-lost".equals(name)
                ? words.say(locale, "employee.touched.report-lost")
                : Objects.requireNonNullElse(name, "");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static Glyph glyph(AuditRecord record) {
        return switch (record.kind()) {
            case LOOK -> Glyph.SEARCH;
            case LOST -> Glyph.LOST;
            case APPROVAL, SETTLED -> Glyph.CHECK;
            case HOLD -> Glyph.CLOCK;
            case OUTCOME, COMMAND_STEP -> Glyph.DEVICE;
            default -> Glyph.REQUESTS;
        };
    }
}
