package se.handtag.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.LongConsumer;
import se.handtag.CommandLineTool;
import se.handtag.audit.proof.Checked;
import se.handtag.audit.proof.FileCheck;
import se.handtag.audit.proof.LogKey;

/**
 * {@code java -jar handtag.jar audit …}: what one does with the log outside the portal. Ends with 0 when all is well, 1 when
 * something is not proved, 2 when it was called wrongly. Starts nothing of the portal.
 */
public final class AuditCommands implements CommandLineTool {
    private static final int NOT_PROVED = 1;
    private static final int USAGE = 2;
    /** Below that, a file is checked before a bar could be read. */
    private static final long LONG_FILE = 1_000_000;

    private static final int BAR = 40;

    private final PrintStream out;
    private final PrintStream errors;
    private final ResourceBundle words;

    /** On the process's own streams, in the system's language. */
    public AuditCommands() {
        this(System.out, System.err, Locale.getDefault());
    }

    /**
     * @param locale the language of what is said
     */
    AuditCommands(PrintStream out, PrintStream errors, Locale locale) {
        this.out = out;
        this.errors = errors;
        this.words = ResourceBundle.getBundle(
                "messages.verify", Locale.of(locale.getLanguage().equals("sv") ? "sv" : "en"));
    }

    @Override
    public String word() {
        return "audit";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            if (arguments.size() >= 4 && arguments.getFirst().equals("verify")) {
                return verify(Path.of(arguments.get(1)), keys(arguments.subList(2, arguments.size())));
            }
            if (arguments.size() == 3 && arguments.getFirst().equals("new-key")) {
                var keys = new LogKeys(Path.of(arguments.get(1)), arguments.get(2));
                out.println(say(
                        "key.made",
                        keys.make(new SecureRandom(), Clock.systemUTC().instant())
                                .open()
                                .text()));
                return 0;
            }
            errors.println(say("usage"));
        } catch (IOException | UncheckedIOException unreadable) {
            errors.println(say("unreadable", String.valueOf(unreadable.getMessage())));
        } catch (IllegalArgumentException noKey) {
            errors.println(say("no-key"));
        }
        return USAGE;
    }

    /** Each {@code --key} is followed by a public key, or by a file that holds one. */
    private static List<LogKey> keys(List<String> options) throws IOException {
        List<LogKey> keys = new ArrayList<>();
        for (int i = 0; i < options.size(); i += 2) {
            if (!options.get(i).equals("--key") || i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i));
            }
            String key = options.get(i + 1);
            keys.add(LogKey.parse(
                    key.contains("+") ? key : Files.readString(Path.of(key)).strip()));
        }
        return keys;
    }

    private int verify(Path file, List<LogKey> keys) throws IOException {
        long size = Files.size(file);
        LongConsumer bar = size < LONG_FILE ? _ -> {} : bar(size);
        Checked checked;
        // Letters that are none are read as such: they are no reason not to say which record they stand in.
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            checked = new FileCheck(keys).check(text, bar);
        }
        if (checked instanceof Checked.Proved) {
            bar.accept(size);
        }
        if (size >= LONG_FILE) {
            errors.println();
        }
        return switch (checked) {
            case Checked.Proved(var records, var origin, var logSize, var older) -> {
                out.println(say("proved", records, origin, logSize));
                if (older) {
                    out.println(say("older"));
                }
                yield 0;
            }
            case Checked.Bad(var number, var flaw) -> {
                errors.println(say("flaw." + flaw, String.valueOf(number)));
                yield NOT_PROVED;
            }
        };
    }

    /** Counts characters against bytes, which lag behind where letters take more than one. */
    private LongConsumer bar(long size) {
        int[] shown = {-1};
        return read -> {
            int percent = (int) Math.min(100, 100 * read / size);
            if (percent > shown[0]) {
                shown[0] = percent;
                int full = BAR * percent / 100;
                errors.print("\r[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + percent + " %");
                errors.flush();
            }
        };
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(arguments);
    }
}
