package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Cuts the portal off where it was told to: by ending its own process, or its database's, without any warning. */
class Cut {
    /** How the process ends where it is halted. */
    static final int HALTED = 86;

    private static final int WAIT = 20;

    private final Path postmaster;
    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    /**
     * @param data where the database has its files
     * @param point where to halt from the start on, empty for nowhere
     */
    Cut(@Value("${handtag.crash.database}") Path data, @Value("${handtag.crash.armed:}") String point) {
        postmaster = data.resolve("postmaster.pid");
        if (!point.isEmpty()) {
            arm(What.PROCESS, FaultPoint.valueOf(point), 0);
        }
    }

    /** What is cut off. */
    enum What {
        PROCESS,
        DATABASE
    }

    /**
     * Where to cut.
     *
     * @param skip how many times the point is passed before
     */
    private record Armed(What what, FaultPoint point, int skip) {}

    void arm(What what, FaultPoint point, int skip) {
        armed.set(new Armed(what, point, skip));
    }

    void disarm() {
        armed.set(null);
    }

    boolean isArmedFor(FaultPoint point) {
        Armed now = armed.get();
        return now != null && now.point() == point && now.skip() == 0;
    }

    /** The portal is at the point now. */
    void at(FaultPoint point) {
        Armed now = armed.get();
        if (now == null || now.point() != point) {
            return;
        }
        Armed next = now.skip() == 0 ? null : new Armed(now.what(), point, now.skip() - 1);
        if (!armed.compareAndSet(now, next)) {
            at(point);
        } else if (next == null) {
            cut(now);
        }
    }

    private void cut(Armed now) {
        if (now.what() == What.PROCESS) {
            Runtime.getRuntime().halt(HALTED);
        }
        stopDatabase();
        CrashNode.say("CUT " + now.point());
    }

    /** PostgreSQL's immediate stop: it aborts without writing anything more. */
    private void stopDatabase() {
        try {
            long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
            ProcessHandle.of(pid)
                    .ifPresent(process ->
                            process.onExit().orTimeout(WAIT, TimeUnit.SECONDS).join());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
