package se.handtag.trial.mdm;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import se.handtag.trial.mdm.api.Api;
import se.handtag.trial.mdm.store.FirstImport;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Door;
import se.handtag.trial.mdm.wire.Exchange;
import se.handtag.trial.mdm.wire.Login;
import se.handtag.trial.mdm.world.World;

/** A running trial MDM server. */
public final class TrialMdm implements AutoCloseable {
    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"DuoSTATION MDM\", charset=\"UTF-8\"");

    private final Store store;
    private final World world;
    private final Api api;
    private final Login login;
    private final Door door;

    private TrialMdm(TrialMdmSettings settings, Clock clock, Store store) {
        this.store = store;
        this.login = new Login(settings.username(), settings.password());
        var journal = new Journal(store, clock);
        this.world = new World(store, journal, clock, settings.speed(), settings.seed());
        this.api = new Api(store, journal, world.commands());
        this.door = Door.open(settings.port(), this::handle);
    }

    /**
     * Starts on loopback; returns when it answers.
     *
     * @throws java.io.UncheckedIOException with one clear sentence, when the port is taken
     */
    public static TrialMdm start(TrialMdmSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** Starts in a world with a time of its own. */
    public static TrialMdm start(TrialMdmSettings settings, Clock clock) {
        Store store = Store.open(settings.databaseUrl(), settings.databaseUsername(), settings.databasePassword());
        try {
            FirstImport.run(store, clock, settings.company(), settings.devices(), settings.seed());
            var started = new TrialMdm(settings, clock, store);
            started.world.begin();
            return started;
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /** The real port. */
    public int port() {
        return door.port();
    }

    /** Where the API is, such as {@code http://localhost:8081/api}. */
    public URI apiUrl() {
        return URI.create("http://localhost:" + port() + "/api");
    }

    /** Advances the world by hand: every device that is online makes contact now and carries out what waits for it. */
    public void tick() {
        world.tick();
    }

    private void handle(Exchange exchange) throws IOException {
        exchange.answer(answer(exchange.call()));
    }

    private Answer answer(Call call) throws IOException {
        if (!call.startsWith("api")) {
            return Answer.error(404, "There is nothing here.", Map.of());
        }
        if (!login.accepts(call.header("Authorization"))) {
            return Answer.error(401, "The login is missing or wrong.", CHALLENGE);
        }
        return api.answer(call);
    }

    @Override
    public void close() {
        door.close();
        world.close();
        store.close();
    }
}
