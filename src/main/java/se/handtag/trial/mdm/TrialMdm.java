package se.handtag.trial.mdm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import se.handtag.trial.mdm.api.Api;
import se.handtag.trial.mdm.page.Pages;
import se.handtag.trial.mdm.page.Witness;
import se.handtag.trial.mdm.store.FirstImport;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Door;
import se.handtag.trial.mdm.wire.Exchange;
import se.handtag.trial.mdm.wire.Faults;
import se.handtag.trial.mdm.wire.Login;
import se.handtag.trial.mdm.world.Sights;
import se.handtag.trial.mdm.world.World;

/** A running trial MDM server. */
public final class TrialMdm implements AutoCloseable {
    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"DuoSTATION MDM\", charset=\"UTF-8\"");

    private final Store store;
    private final World world;
    private final Api api;
    private final Login login;
    private final Faults faults = new Faults();
    private final Witness witness;
    private final Pages pages;
    private final Door door;

    private TrialMdm(TrialMdmSettings settings, Clock clock, Store store, FirstImport company) {
        this.store = store;
        this.login = new Login(settings.username(), settings.password());
        var journal = new Journal(store, clock);
        this.world = new World(store, journal, clock, settings.speed(), settings.seed());
        this.api = new Api(store, journal, world.commands());
        var sights = new Sights(store);
        this.witness = new Witness(journal, sights, world, faults, company);
        this.pages = new Pages(journal, sights, world, faults, clock);
        this.door = Door.open(settings.port(), this::handle);
    }

    /**
     * Starts on loopback; returns when it answers.
     *
     * @throws UncheckedIOException with one clear sentence, when the port is taken
     */
    public static TrialMdm start(TrialMdmSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** Starts in a world with a time of its own. */
    public static TrialMdm start(TrialMdmSettings settings, Clock clock) {
        Store store = Store.open(settings.databaseUrl(), settings.databaseUsername(), settings.databasePassword());
        try {
            var company = new FirstImport(store, clock, settings.company(), settings.devices(), settings.seed());
            company.ifFirst();
            var started = new TrialMdm(settings, clock, store, company);
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
        Call call = exchange.call();
        if (call.startsWith("api")) {
            if (login.accepts(call.header("Authorization"))) {
                faults.play(exchange, api::answer, api::struck);
            } else {
                exchange.answer(Answer.error(401, "The login is missing or wrong.", CHALLENGE));
            }
        } else {
            exchange.answer(call.startsWith("witness") ? witness.answer(call) : pages.answer(call));
        }
    }

    @Override
    public void close() {
        door.close();
        world.close();
        store.close();
    }
}
