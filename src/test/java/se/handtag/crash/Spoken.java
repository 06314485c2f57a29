package se.handtag.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java program in a process of its own that one talks with, line by line; whatever else it prints is kept in a file. */
final class Spoken implements AutoCloseable {
    private static final int PATIENCE = 300;
    private static final String ENDED = "ENDED";

    private final Process process;
    private final PrintWriter orders;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

    /**
     * Starts it.
     *
     * @param log where the rest of what it prints is appended
     * @param says how a line begins that is meant for whoever talks with it; empty for all
     */
    Spoken(Path log, String says, List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        orders = new PrintWriter(process.getOutputStream(), true, UTF_8);
        Thread.ofVirtual().start(() -> listen(log, says));
    }

    private void listen(Path log, String says) {
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
        said.add(ENDED);
    }

    void tell(String order) {
        orders.println(order);
    }

    /** Waits for the next line that begins so, and skips others. @return the line, null when the program has ended */
    @Nullable
    String next(String begins) {
        while (true) {
            String line = any();
            if (line.equals(ENDED)) {
                return null;
            }
            if (line.startsWith(begins)) {
                return line;
            }
        }
    }

    /** Waits for the next line, whatever it says; null when the program has ended. */
    @Nullable
    String next() {
        String line = any();
        return line.equals(ENDED) ? null : line;
    }

    private String any() {
        try {
            String line = said.poll(PATIENCE, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("It says nothing");
            }
            return line;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** What it said already, null for nothing. */
    @Nullable
    String saidAlready() {
        return said.poll();
    }

    /** Nothing more will be told to it. */
    void hangUp() {
        orders.close();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join().exitValue();
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
