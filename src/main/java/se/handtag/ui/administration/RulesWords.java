package se.handtag.ui.administration;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;
import se.handtag.policy.Loosening;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;
import se.handtag.ui.words.Words;

/** Decisions and what stands in rules, in words for IT. */
@Component
class RulesWords {
    private final Words words;

    RulesWords(Words words) {
        this.words = words;
    }

    String action(ActionKind kind, Locale locale) {
        return words.action(kind, locale);
    }

    /** "No", "Yes", "Yes, with a yes from the manager, a reason". */
    String decision(Decision decision) {
        if (decision.denied()) {
            return t("no");
        }
        List<String> needs = new ArrayList<>();
        for (Stage stage : decision.stages()) {
            needs.add(t("needs.yes", who(stage)));
        }
        if (decision.needsReason()) {
            needs.add(t("needs.reason"));
        }
        if (decision.needsFreshSignIn()) {
            needs.add(t("needs.sign-in"));
        }
        if (decision.hold() != null) {
            needs.add(t("needs.hold", length(decision.hold())));
        }
        return needs.isEmpty() ? t("yes") : t("yes.with", String.join(", ", needs));
    }

    private static String who(Stage stage) {
        return switch (stage) {
            case Stage.Manager() -> t("who.manager");
            case Stage.Named(var address) -> address;
            case Stage.Receiver(var address) -> address;
            case Stage.AnyOf(var group, int count) -> {
                String name = Stage.IT_GROUP.equals(group) ? t("who.it") : group;
                yield count == 1 ? name : t("who.several", count, name);
            }
        };
    }

    private static String length(Duration time) {
        if (time.toMinutes() % 60 != 0) {
            return t("minutes", time.toMinutes());
        }
        return time.toHours() % 24 == 0 ? t("days", time.toDays()) : t("hours", time.toHours());
    }

    /** The rules that decided, by their names. */
    static String rules(Decision decision) {
        return String.join(", ", decision.reasons().stream().map(Reason::rule).toList());
    }

    /** "The rule wipe-needs-manager asks for less: Erase everything". */
    String looser(Loosening loosening, Locale locale) {
        return t("looser." + loosening.kind().name(), loosening.rule(), action(loosening.action(), locale));
    }

    /** Who published or wrote, "the portal" for nobody. */
    static String by(@Nullable String name) {
        return name == null ? t("by.portal") : name;
    }

    private static String t(String key, Object... arguments) {
        return I18NProvider.translate("administration.rules." + key, arguments);
    }
}
