package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server for all tests, which starts over before each, with the tests' company and a world that moves by hand. */
abstract class WithMdm {
    static final String IPHONE = "11111111-1111-4111-8111-111111111111";
    static final String OWN_IPHONE = "22222222-2222-4222-8222-222222222222";
    static final String ANDROID = "33333333-3333-4333-8333-333333333333";
    static final String OWN_ANDROID = "44444444-4444-4444-8444-444444444444";
    static final String MAC = "55555555-5555-4555-8555-555555555555";
    static final String TV = "66666666-6666-4666-8666-666666666666";
    static final String OFFLINE = "77777777-7777-4777-8777-777777777777";
    static final String NOBODY = "99999999-9999-4999-8999-999999999999";

    static final SettableClock clock = new SettableClock();
    static final TrialMdm mdm = TrialMdm.start(Databases.fresh(), clock);
    private static final Caller caller = new Caller(mdm);

    @BeforeEach
    void startOver() {
        clock.set(SettableClock.FIRST_DAY);
        call().tell("/start-over", null).ok();
    }

    static Caller call() {
        return caller;
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The journal, each entry as {@code what operation-or-note}. */
    static List<String> journal() {
        var lines = new ArrayList<String>();
        for (JsonNode entry : json(call().witness("/journal?after=0").ok().body())) {
            lines.add(entry.get("what").asString()
                    + (entry.get("operation").isNull()
                            ? ""
                            : " " + entry.get("operation").asString())
                    + (entry.get("note").isNull() ? "" : " " + entry.get("note").asString()));
        }
        return lines;
    }

    /** What a device really is like. */
    static JsonNode really(String device) {
        return json(call().witness("/devices/" + device).ok().body()).get("device");
    }

    /** Identifiers of the apps on a device. */
    static List<String> appsOn(String device) {
        var apps = new ArrayList<String>();
        for (JsonNode app :
                json(call().witness("/devices/" + device).ok().body()).get("apps")) {
            apps.add(app.get("packageId").asString());
        }
        return apps;
    }

    /** The latest command of a device, as {@code state: reason}. */
    static String latestCommand(String device) {
        JsonNode command = json(call().witness("/devices/" + device).ok().body())
                .get("commands")
                .get(0);
        return command.get("state").asString()
                + (command.get("reason").isNull()
                        ? ""
                        : ": " + command.get("reason").asString());
    }

    /** How often the journal says that a device was configured anew. */
    static long reconfigured() {
        mdm.tick();
        return journal().stream()
                .filter(line -> line.startsWith("done reconfigure"))
                .count();
    }

    static void refused(Caller.Reply reply, int status, String words) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(json(reply.body()).get("Message").asString()).contains(words);
    }
}
