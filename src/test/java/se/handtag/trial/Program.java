package se.handtag.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A program in a process of its own, with what it prints kept in files. */
public final class Program implements AutoCloseable {
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** The jar that the build has just made, as a newcomer's machine runs it, in English. */
    static Program handtag(Path folder, String... arguments) {
        var jar = System.getProperty("handtag.jar");
        if (jar == null) {
            throw new IllegalStateException("Set the system property handtag.jar to the built jar");
        }
        var command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-jar", jar));
        command.addAll(List.of(arguments));
        return start(folder, Map.of(), command);
    }

    public static Program start(Path folder, Map<String, String> variables, List<String> command) {
        try {
            var output = Files.createTempFile(folder, "output", ".txt");
            var errors = Files.createTempFile(folder, "errors", ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("HANDTAG_")
                            || name.startsWith("SPRING_")
                            || name.startsWith("SERVER_")
                            || name.startsWith("JAVA_TOOL"));
            builder.environment().putAll(variables);
            return new Program(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed what the condition wants; fails early when it ends before. */
    public Program untilPrinted(Predicate<String> condition) {
        await().atMost(PATIENCE).until(() -> condition.test(output()) || !process.isAlive());
        if (!condition.test(output())) {
            throw new AssertionError("It ended: " + output() + errors());
        }
        return this;
    }

    public int untilEnded() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    public boolean hasEnded() {
        return !process.isAlive();
    }

    public void kill() {
        process.destroyForcibly();
        untilEnded();
    }

    /** As Ctrl-C does: asks it to end in order. */
    public int stop() {
        process.destroy();
        return untilEnded();
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
