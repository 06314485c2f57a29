package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;

/**
 * Stops whoever comes to a point, and once somebody stands at each of them cuts the portal off without any warning: by
 * ending its own process, or its database's. So one cut finds many commands, each at another point.
 */
class Cut {
    /** How the process ends where it is halted. */
    static final int HALTED = 86;

    private static final int WAIT = 20;

    private final Path postmaster;
    // Guarded by this, all four.
    private final List<FaultPoint> open = new ArrayList<>();
    private What what = What.PROCESS;
    private boolean done;
    private CountDownLatch gate = new CountDownLatch(1);

    /**
     * @param data where the database has its files
     * @param points where to halt from the start on, empty for nowhere
     */
    Cut(@Value("${handtag.crash.database}") Path data, @Value("${handtag.crash.armed:}") String points) {
        postmaster = data.resolve("postmaster.pid");
        if (!points.isEmpty()) {
            arm(What.PROCESS, points);
        }
    }

    /** What is cut off. */
    enum What {
        PROCESS,
        DATABASE,
        /** Nothing from here: the process is killed by somebody else. */
        OUTSIDE
    }

    /** @param points their names with commas between; nobody is stopped at the last before the others are taken */
    final synchronized void arm(What cut, String points) {
        what = cut;
        done = false;
        open.clear();
        gate.countDown();
        gate = new CountDownLatch(1);
        Arrays.stream(points.split(",")).map(FaultPoint::valueOf).forEach(open::add);
    }

    /** Whether whoever comes to the point is stopped there. */
    synchronized boolean isOpen(FaultPoint point) {
        return open.contains(point) && (open.size() == 1 || open.getLast() != point);
    }

    /** Somebody is at the point now. */
    void at(FaultPoint point) {
        CountDownLatch here;
        synchronized (this) {
            if (!isOpen(point)) {
                return;
            }
            open.remove(point);
            here = gate;
            CrashNode.say("AT " + point);
            if (open.isEmpty()) {
                now();
            }
        }
        try {
            here.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever stands somewhere; once, for the last point may be reached just before it is told. */
    synchronized void now() {
        if (done) {
            return;
        }
        done = true;
        open.clear();
        switch (what) {
            case PROCESS -> Runtime.getRuntime().halt(HALTED);
            case DATABASE -> {
                stopDatabase();
                gate.countDown();
            }
            case OUTSIDE -> {}
        }
        CrashNode.say("CUT");
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
