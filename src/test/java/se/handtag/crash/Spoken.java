package se.handtag.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java program in a process of its own that one talks with, line by line; whatever else it prints is kept in a file. */
final class Spoken implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final Path log;
    private final Process process;
    private final PrintWriter orders;
    private final Thread listener;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

    /**
     * Starts it.
     *
     * @param log where the rest of what it prints is appended
     * @param says how a line begins that is meant for whoever talks with it; empty for all
     */
    Spoken(Path log, String says, List<String> command) throws IOException {
        this.log = log;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        orders = new PrintWriter(process.getOutputStream(), true, UTF_8);
        listener = Thread.ofVirtual().start(() -> listen(says));
    }

    private void listen(String says) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
                var rest = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rest.write(line);
                rest.newLine();
                if (line.startsWith(says)) {
                    said.add(line.substring(says.length()));
                }
                rest.flush();
            }
        } catch (IOException hungUp) {
            // It has ended.
        }
    }

    void tell(String order) {
        orders.println(order);
    }

    /**
     * Waits for the next line.
     *
     * @return null when it said nothing in that time, or has ended
     */
    @Nullable
    String next(Duration most) {
        try {
            return said.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Waits for the next line that begins so; what it says before that stays to be heard. */
    String next(String begins) {
        String line = nextUnlessEnded(begins);
        if (line == null) {
            throw new AssertionError("It does not say " + begins + "; " + state());
        }
        return line;
    }

    /** The same; null when it has ended, or does not say so in time. */
    @Nullable
    String nextUnlessEnded(String begins) {
        List<String> others = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String line = null;
        while ((line == null || !line.startsWith(begins))
                && System.nanoTime() < deadline
                && (isAlive() || !said.isEmpty())) {
            if (line != null) {
                others.add(line);
            }
            line = next(A_WHILE);
        }
        boolean found = line != null && line.startsWith(begins);
        if (line != null && !found) {
            others.add(line);
        }
        others.addAll(said);
        said.clear();
        said.addAll(others);
        return found ? line : null;
    }

    /** What every thread of it does is in its log after this. */
    String state() {
        if (isAlive()) {
            try {
                new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException noSuchProgram) {
                return noSuchProgram.toString();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return "it runs, see " + log;
        }
        return "it has ended, see " + log;
    }

    /** Nothing more will be told to it. */
    void hangUp() {
        orders.close();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and until everything is heard that it said before. */
    int exitCode() {
        int code = process.onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
        try {
            listener.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As Ctrl-C. */
    @Override
    public void close() {
        process.destroy();
        exitCode();
    }
}
