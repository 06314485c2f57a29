package se.handtag;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Handtag does not start, for a reason that whoever started it can do something about. The message is one or two plain
 * sentences in the system's language (Swedish or English), fit to be shown alone, without a stack trace.
 */
public final class StartRefused extends RuntimeException {
    /**
     * @param key a key of {@code messages/start_*.properties}
     * @param arguments what the text's placeholders stand for; never a secret
     */
    public StartRefused(String key, Object... arguments) {
        super(text(key, arguments));
    }

    private StartRefused(List<StartRefused> reasons) {
        super(reasons.stream().map(StartRefused::getMessage).collect(Collectors.joining(System.lineSeparator())));
    }

    /** Several reasons told at once, a line each; there must be one at least. */
    static StartRefused all(List<StartRefused> reasons) {
        return reasons.size() == 1 ? reasons.getFirst() : new StartRefused(reasons);
    }

    /** The refusal among the failure and its causes, or null when it failed for another reason. */
    public static @Nullable StartRefused in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }

    private static String text(String key, Object... arguments) {
        var language = Locale.getDefault().getLanguage().equals("sv") ? "sv" : "en";
        var bundle = ResourceBundle.getBundle("messages.start", Locale.of(language));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
