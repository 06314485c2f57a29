package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Starting and ending. */
class TrialMdmTest extends WithMdm {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";

    @Test
    void starts_with_the_sample_company_and_keeps_what_happened_over_a_restart() {
        var settings = Databases.fresh().withCompany("sample-company");
        int added;
        try (var server = TrialMdm.start(settings);
                var caller = new Caller(server)) {
            assertThat(server.apiUrl()).hasToString("http://localhost:" + server.port() + "/api");
            assertThat(caller.get("/groups?path=Fj%C3%A4llr%C3%A4v%20Logistik%5CLager")
                            .ok()
                            .body())
                    .contains("\"Name\":\"Lager\"");
            assertThat(json(caller.get("/devices").ok().body()).size()).isGreaterThan(60);
            assertThat(json(caller.get("/apps").ok().body()).size()).isGreaterThan(20);
            added = caller.post("/groups", "{\"name\":\"Ny\"}").id();
            caller.post("/devices/" + ANNAS_IPHONE + "/lockdevice").ok();
        }
        try (var server = TrialMdm.start(settings);
                var caller = new Caller(server)) {
            assertThat(caller.get("/groups/" + added).ok().body()).contains("Ny");
            server.tick();
            assertThat(caller.witness("/devices/" + ANNAS_IPHONE).ok().body()).contains("\"locked\":true");
        }
    }

    @Test
    void in_a_world_that_moves_by_itself_an_accepted_command_is_carried_out_soon() {
        var settings = Databases.fresh().withSpeed(50);
        try (var server = TrialMdm.start(settings);
                var caller = new Caller(server)) {
            caller.post("/devices/" + IPHONE + "/lockdevice").ok();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> caller.witness("/devices/" + IPHONE).body().contains("\"locked\":true"));
        }
    }

    @Test
    void says_in_one_sentence_that_its_port_is_in_use() {
        var settings = Databases.fresh().withPort(mdm.port());
        assertThatThrownBy(() -> TrialMdm.start(settings))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(
                        "Port " + mdm.port() + " for the trial MDM is already in use: end what uses it");
    }

    @Test
    void never_shows_its_passwords() {
        var settings = TrialMdmSettings.of("jdbc:postgresql://localhost/x?password=dolt1", "u", "dolt2")
                .withLogin("handtag", "dolt3");
        assertThat(settings.toString()).doesNotContain("dolt");
    }

    @Test
    void refuses_settings_that_cannot_be_meant() {
        var settings = TrialMdmSettings.of("jdbc:postgresql://localhost/x", "u", "");
        assertThatThrownBy(() -> settings.withPort(70_000)).hasMessageContaining("port");
        assertThatThrownBy(() -> settings.withLogin("a:b", "c")).hasMessageContaining("colon");
        assertThatThrownBy(() -> settings.withDevices(-1)).hasMessageContaining("devices");
        assertThatThrownBy(() -> settings.withSpeed(Double.NaN)).hasMessageContaining("speed");
    }
}
