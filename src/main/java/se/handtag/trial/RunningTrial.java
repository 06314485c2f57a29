package se.handtag.trial;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.boot.SpringApplication;
import se.handtag.StartRefused;
import se.handtag.trial.idp.TrialIdp;
import se.handtag.trial.idp.TrialIdpSettings;

/** The trial's database and servers, running on one data folder. */
final class RunningTrial implements AutoCloseable {
    /** One a folder and process, so that the contexts of a test run share it. Guarded by the class. */
    private static final Map<Path, RunningTrial> RUNNING = new HashMap<>();

    private final TrialSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, Object> handedOver = new LinkedHashMap<>();

    private RunningTrial(TrialSettings settings) {
        this.settings = settings;
    }

    /**
     * The trial on that data folder: the one that runs already, or a new one. It is stopped when the process ends, after
     * every application context is closed.
     *
     * @throws StartRefused when it cannot start; nothing of it is left running then
     */
    static synchronized RunningTrial on(TrialSettings settings) {
        var running = RUNNING.get(settings.data());
        if (running != null) {
            return running;
        }
        settings.requireFreePorts();
        var trial = new RunningTrial(settings);
        try {
            trial.start();
        } catch (RuntimeException e) {
            trial.close();
            throw e;
        }
        if (RUNNING.isEmpty()) {
            SpringApplication.getShutdownHandlers().add(RunningTrial::stopAll);
        }
        RUNNING.put(settings.data(), trial);
        return trial;
    }

    static synchronized void stopAll() {
        List.copyOf(RUNNING.values()).forEach(RunningTrial::close);
        RUNNING.clear();
    }

    /** What the portal is told, by the names of its own settings. */
    Map<String, Object> handedOver() {
        return Map.copyOf(handedOver);
    }

    Path data() {
        return settings.data();
    }

    private void start() {
        var random = new SecureRandom();
        var folder = add(DataFolder.take(settings.data()));
        var clientSecret = folder.secret("client-secret", random);
        Executor own = task -> Thread.ofPlatform().name("trial-start").start(task);
        var idp = CompletableFuture.supplyAsync(
                () -> TrialIdp.start(new TrialIdpSettings(settings.idpPort(), clientSecret)), own);
        var database =
                CompletableFuture.supplyAsync(() -> TrialDatabase.start(folder, settings.databasePort(), random), own);
        var failures = new ArrayList<Throwable>();
        collect(database, failures);
        collect(idp, failures);
        if (!failures.isEmpty()) {
            throw failures.getFirst() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(failures.getFirst());
        }
        handOver(database.join(), idp.join(), clientSecret);
    }

    private void handOver(TrialDatabase database, TrialIdp idp, String clientSecret) {
        handedOver.put("handtag.trial.folder", settings.data().toString());
        handedOver.put("spring.datasource.url", database.url());
        handedOver.put("spring.datasource.username", database.user());
        handedOver.put("spring.datasource.password", database.password());
        handedOver.put("handtag.identity.issuer", idp.issuer());
        handedOver.put("handtag.identity.client-id", TrialIdp.CLIENT_ID);
        handedOver.put("handtag.identity.client-secret", clientSecret);
    }

    private void collect(CompletableFuture<? extends AutoCloseable> part, List<Throwable> failures) {
        try {
            add(part.join());
        } catch (CompletionException e) {
            failures.add(e.getCause() == null ? e : e.getCause());
        }
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Stops the parts in the opposite order of their start; one that fails to stop does not keep the others. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.getLogger(RunningTrial.class.getName())
                        .log(System.Logger.Level.WARNING, "A part of the trial did not stop in order", e);
            }
        }
    }
}
