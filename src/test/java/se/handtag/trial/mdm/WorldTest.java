package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Devices over time, and the witness that tells of them. */
class WorldTest extends WithMdm {
    @Test
    void a_device_that_is_offline_keeps_its_commands_waiting_until_it_is_brought_online() {
        call().post("/devices/" + OFFLINE + "/lockdevice").ok();
        mdm.tick();
        assertThat(latestCommand(OFFLINE)).isEqualTo("waiting");
        call().tell("/devices/" + OFFLINE + "/online", null).ok();
        mdm.tick();
        assertThat(latestCommand(OFFLINE)).startsWith("done");
        assertThat(journal()).contains("online by hand");
    }

    @Test
    void a_device_that_is_taken_offline_obeys_no_more() {
        call().tell("/devices/" + IPHONE + "/offline", null).ok();
        call().post("/devices/" + IPHONE + "/lockdevice").ok();
        mdm.tick();
        assertThat(latestCommand(IPHONE)).isEqualTo("waiting");
    }

    @Test
    void the_witness_advances_the_world_too() {
        call().post("/devices/" + IPHONE + "/lockdevice").ok();
        call().tell("/tick", null).ok();
        assertThat(latestCommand(IPHONE)).startsWith("done");
    }

    @Test
    void a_command_lapses_after_seven_days_without_contact() {
        call().post("/devices/" + OFFLINE + "/wipedevice").ok();
        clock.pass(Duration.ofDays(7).minusSeconds(1));
        mdm.tick();
        assertThat(latestCommand(OFFLINE)).isEqualTo("waiting");
        clock.pass(Duration.ofSeconds(2));
        mdm.tick();
        assertThat(latestCommand(OFFLINE)).isEqualTo("lapsed: the device made no contact in time");
        call().tell("/devices/" + OFFLINE + "/online", null).ok();
        mdm.tick();
        assertThat(really(OFFLINE).get("enrolled").booleanValue()).isTrue();
    }

    @Test
    void an_online_device_calls_in_within_three_seconds_after_a_command_and_ten_seconds_otherwise() {
        clock.pass(Duration.ofHours(1));
        mdm.tick();
        var settings = Databases.fresh().withSpeed(1);
        try (var server = TrialMdm.start(settings, clock);
                var caller = new Caller(server)) {
            caller.post("/devices/" + IPHONE + "/lockdevice").ok();
            clock.pass(Duration.ofMillis(900));
            caller.tell("/devices/" + ANDROID + "/online", null);
            Awaitility.await().until(() -> contactedNow(caller, ANDROID));
            assertThat(caller.witness("/devices/" + IPHONE).body()).contains("\"locked\":false");
            clock.pass(Duration.ofMillis(2_200));
            Awaitility.await()
                    .until(() -> caller.witness("/devices/" + IPHONE).body().contains("\"locked\":true"));
            clock.pass(Duration.ofSeconds(10));
            Awaitility.await().until(() -> contactedNow(caller, MAC) && contactedNow(caller, TV));
            assertThat(contactedNow(caller, OFFLINE)).isFalse();
        }
    }

    private static boolean contactedNow(Caller caller, String device) {
        String last = json(caller.witness("/devices/" + device).ok().body())
                .get("device")
                .get("lastContact")
                .asString();
        return Instant.parse(last).equals(clock.instant());
    }

    @Test
    void the_same_seed_and_the_same_calls_make_the_same_world() {
        List<String> worlds = new ArrayList<>();
        for (long seed : new long[] {7, 7, 8}) {
            var settings = Databases.fresh().withDevices(40).withSeed(seed);
            try (var server = TrialMdm.start(settings, clock);
                    var caller = new Caller(server)) {
                caller.post("/devices/" + IPHONE + "/installapp", "{\"appId\":2}")
                        .ok();
                server.tick();
                worlds.add(caller.get("/devices").ok().body()
                        + caller.witness("/journal").ok().body());
            }
        }
        assertThat(worlds.get(0)).isEqualTo(worlds.get(1));
        assertThat(worlds.get(0)).isNotEqualTo(worlds.get(2));
    }

    @Test
    void the_journal_goes_on_after_a_number() {
        call().put("/groups/5", "{\"name\":\"Ett\"}").ok();
        JsonNode first = json(call().witness("/journal?after=0").ok().body());
        call().put("/groups/5", "{\"name\":\"Två\"}").ok();
        JsonNode next = json(
                call().witness("/journal?after=" + first.get(0).get("id")).ok().body());
        assertThat(next.size()).isEqualTo(1);
        JsonNode entry = next.get(0);
        assertThat(entry.get("what").asString()).isEqualTo("received");
        assertThat(entry.get("operation").asString()).isEqualTo("G4");
        assertThat(entry.get("request").asString()).isEqualTo("PUT /api/groups/5");
        assertThat(entry.get("body").asString()).isEqualTo("{\"name\":\"Två\"}");
        assertThat(entry.get("status").intValue()).isEqualTo(200);
        assertThat(entry.get("at").asString()).isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void the_journal_misses_nothing_and_doubles_nothing_while_many_write() throws Exception {
        var seen = new ArrayList<Integer>();
        int calls = 120;
        try (var callers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < calls; i++) {
                callers.execute(
                        () -> call().post("/devices/" + ANDROID + "/lockdevice").ok());
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                int last = seen.isEmpty() ? 0 : seen.getLast();
                for (JsonNode entry :
                        json(call().witness("/journal?after=" + last).ok().body())) {
                    seen.add(entry.get("id").intValue());
                }
                return seen.size() >= 2 * calls;
            });
        }
        assertThat(json(call().witness("/journal").ok().body()).size()).isEqualTo(2 * calls);
        assertThat(seen).hasSize(2 * calls).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void reads_are_not_written_down() {
        call().get("/devices").ok();
        call().get("/users/99");
        assertThat(journal()).isEmpty();
    }

    @Test
    void a_read_after_a_write_sees_it_however_often_the_same_was_read_before() {
        for (int i = 0; i < 50; i++) {
            call().get("/groups/5").ok();
            call().put("/groups/5", "{\"name\":\"Namn " + i + "\"}").ok();
            assertThat(call().get("/groups/5").ok().body()).contains("Namn " + i + "\"");
        }
    }

    @Test
    void the_witness_knows_no_device_that_is_not_there() {
        refused(call().witness("/devices/" + NOBODY), 404, "no device");
        refused(call().tell("/devices/" + NOBODY + "/online", null), 404, "no device");
        refused(call().tell("/devices/17/online", null), 400, "not a GUID");
        refused(call().tell("/devices/" + IPHONE + "/fly", null), 404, "no such address");
    }
}
