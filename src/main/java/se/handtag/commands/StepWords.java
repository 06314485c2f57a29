package se.handtag.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import se.handtag.Erased;
import se.handtag.policy.Decision;
import se.handtag.policy.Explanation;
import se.handtag.policy.Reason;

/** What a step's note says, alike in the ladder, in messages and in mails. */
public final class StepWords {
    /** Notes whose detail is for people. */
    private static final Set<String> TELLING = Set.of("settled", "mdm-refused", "called-off", "released");

    private static final String RULES = "rules";

    private StepWords() {}

    /**
     * The note's words, with what its detail adds for people.
     *
     * @param detail as kept with the step, null for nothing
     */
    public static String of(String note, @Nullable String detail, MessageSource messages, Locale locale) {
        String kept = told(note, detail, messages, locale);
        return Erased.isIn(kept)
                ? Erased.read(
                        kept,
                        messages.getMessage("kit.erased.name", null, locale),
                        messages.getMessage("kit.erased.text", null, locale))
                : kept;
    }

    private static String told(String note, @Nullable String detail, MessageSource messages, Locale locale) {
        String words = messages.getMessage("words.note." + note, null, locale);
        if (detail == null || detail.isEmpty()) {
            return words;
        }
        return switch (note) {
            case RULES -> (words + " " + explanation(detail, locale)).strip();
            case Command.NOT_AGAIN -> words + " " + reason(detail, messages, locale);
            default -> TELLING.contains(note) ? words + " " + detail : words;
        };
    }

    /** Why something is not sent once more: in words of its own where those of what was never sent would not be true. */
    private static String reason(String detail, MessageSource messages, Locale locale) {
        int space = detail.indexOf(' ');
        String note = space < 0 ? detail : detail.substring(0, space);
        String own = messages.getMessage("words.not-again." + note, null, null, locale);
        return own != null ? own : of(note, space < 0 ? null : detail.substring(space + 1), messages, locale);
    }

    /** What the rules that took part say, as a detail in both languages; empty when they say nothing. */
    static String explanations(Decision decision) {
        List<Explanation> all = decision.reasons().stream()
                .filter(Reason::asks)
                .map(Reason::explanation)
                .distinct()
                .toList();
        List<String> lines = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("sv"))) {
            lines.add(String.join(
                    " ",
                    all.stream().map(each -> each.in(locale).replace('\n', ' ')).toList()));
        }
        return String.join("\n", lines);
    }

    /** Before rules' words were kept with the step, their names were, on one line. */
    private static String explanation(String detail, Locale locale) {
        String[] lines = detail.split("\n", -1);
        return lines.length < 2 ? "" : new Explanation(lines[0], lines[1]).in(locale);
    }
}
