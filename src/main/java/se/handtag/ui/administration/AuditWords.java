package se.handtag.ui.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.CommandState;
import se.handtag.policy.ActionKind;
import se.handtag.ui.words.Words;

/** The log's own words in the reader's language. What has no translation stands as it was recorded. */
@Component
class AuditWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final MessageSource messages;
    private final Words words;

    AuditWords(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /** Date and time to the second, the same in every language, so that lines can be compared. */
    String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    String kind(AuditKind kind, Locale locale) {
        return words.say(locale, "administration.audit.kind." + kind.name());
    }

    /** Who did it, with the roles of that moment beyond an employee's: "Sara Nyström (IT)". */
    String actor(AuditRecord record, Locale locale) {
        var name = record.actor();
        if (name == null) {
            return words.say(locale, "administration.audit.portal");
        }
        var roles = roles(record.roles(), locale);
        return roles.isEmpty() ? name : name + " (" + roles + ")";
    }

    private String roles(List<String> roles, Locale locale) {
        return roles.stream()
                .filter(role -> !role.equals("EMPLOYEE"))
                .map(role -> known("administration.audit.role." + role, role, locale))
                .collect(Collectors.joining(", "));
    }

    /** The action, empty when the record names none. */
    String action(@Nullable String action, Locale locale) {
        if (action == null) {
            return "";
        }
        return Arrays.stream(ActionKind.values())
                .filter(kind -> kind.key().equals(action))
                .findFirst()
                .map(kind -> words.action(kind, locale))
                .orElseGet(() -> known("administration.audit.action." + action, action, locale));
    }

    /** The outcome, empty when the record names none. */
    String outcome(@Nullable String outcome, Locale locale) {
        if (outcome == null) {
            return "";
        }
        Optional<CommandState> state = Arrays.stream(CommandState.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst();
        return state.map(one -> words.state(one, locale))
                .orElseGet(() -> known(
                        "administration.audit.outcome."
                                + outcome.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                        outcome,
                        locale));
    }

    /** What happened, in a few words: the action where there is one, else the kind of record. */
    String what(AuditRecord record, Locale locale) {
        var kind = kind(record.kind(), locale);
        var action = action(record.action(), locale);
        return action.isEmpty() ? kind : kind + ": " + action;
    }

    /** The name of a fact that a record holds besides. */
    String fact(String name, Locale locale) {
        int room = name.indexOf('.');
        return room < 0
                ? known("administration.audit.fact." + name, name, locale)
                : known("administration.erasing.kind." + name.substring(room + 1), name, locale);
    }

    private String known(String key, String otherwise, Locale locale) {
        var text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }
}
