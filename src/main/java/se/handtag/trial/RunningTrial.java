package se.handtag.trial;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import se.handtag.StartRefused;
import se.handtag.trial.idp.TrialIdp;
import se.handtag.trial.idp.TrialIdpSettings;
import se.handtag.trial.mail.Mailbox;
import se.handtag.trial.mail.PostOffice;
import se.handtag.trial.mdm.TrialMdm;
import se.handtag.trial.mdm.TrialMdmSettings;

/** The trial's database and servers, running on one data folder. */
final class RunningTrial implements AutoCloseable {
    /** One a folder and process, so that the contexts of a test run share it. Guarded by the class. */
    private static final Map<Path, RunningTrial> RUNNING = new HashMap<>();

    /** Name and password in one: the trial MDM holds nothing real and answers this machine alone. */
    private static final String MDM_LOGIN = "handtag";

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

    private void start() {
        var random = new SecureRandom();
        var folder = add(DataFolder.take(settings.data()));
        var clientSecret = folder.secret("client-secret", random);
        handedOver.put("handtag.trial.folder", settings.data().toString());
        var mailbox = openPostOffice(folder);
        var idp = CompletableFuture.supplyAsync(
                () -> TrialIdp.start(new TrialIdpSettings(settings.idpPort(), clientSecret, mailbox)),
                task -> Thread.ofPlatform().name("trial-idp").start(task));
        try {
            var database = startDatabase(folder, random);
            if (settings.ownMdm()) {
                startMdm(database);
            }
        } finally {
            // Also after a failure: what runs by now must be known, to be stopped.
            add(idp.join());
        }
        handedOver.put("handtag.identity.issuer", idp.join().issuer());
        handedOver.put("handtag.identity.client-id", TrialIdp.CLIENT_ID);
        handedOver.put("handtag.identity.client-secret", clientSecret);
    }

    private Mailbox openPostOffice(DataFolder folder) {
        var mailbox = Mailbox.in(folder.resolve("mail"));
        var office = add(PostOffice.open(mailbox));
        handedOver.put("spring.mail.host", PostOffice.HOST);
        handedOver.put("spring.mail.port", office.port());
        return mailbox;
    }

    private TrialDatabase startDatabase(DataFolder folder, SecureRandom random) {
        var database = add(TrialDatabase.start(folder, settings.databasePort(), random));
        handedOver.put("spring.datasource.url", database.url());
        handedOver.put("spring.datasource.username", database.user());
        handedOver.put("spring.datasource.password", database.password());
        return database;
    }

    private void startMdm(TrialDatabase database) {
        var fleet = settings.fleet();
        var mdm = add(TrialMdm.start(TrialMdmSettings.of(database.url(), database.user(), database.password())
                .withPort(settings.mdmPort())
                .withLogin(MDM_LOGIN, MDM_LOGIN)
                .withDevices(fleet.devices())
                .withSpeed(fleet.speed())
                .withSeed(fleet.seed())));
        handedOver.put("handtag.mdm.url", mdm.apiUrl().toString());
        handedOver.put("handtag.mdm.username", MDM_LOGIN);
        handedOver.put("handtag.mdm.password", MDM_LOGIN);
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
