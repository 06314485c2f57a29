package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import se.handtag.SettingsValidator;
import se.handtag.mdm.ScriptedServer.Script;

/** The room's settings, its beans, and what its probe says. */
class WiringTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(SettingsValidator.NAME, SettingsValidator.class)
            .withBean(ObservationRegistry.class, ObservationRegistry::create)
            .withUserConfiguration(MdmConfiguration.class);

    private ApplicationContextRunner at(String url) {
        return runner.withPropertyValues(
                "handtag.mdm.url=" + url, "handtag.mdm.username=handtag", "handtag.mdm.password=hemligt");
    }

    @Test
    void starts_with_address_and_login_alone_also_when_nobody_answers() {
        at("https://mdm.invalid/api").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).hasSingleBean(Devices.class).hasSingleBean(DeviceCommands.class);
            assertThat(context.getBean(CircuitBreakerRegistry.class).find("mdm"))
                    .as("where health and metrics look")
                    .isPresent();
            assertThat(context.getBean(MdmSettings.class).toString()).doesNotContain("hemligt");
        });
    }

    @Test
    void says_all_that_is_missing_at_once() {
        runner.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("url")
                .hasMessageContaining("username")
                .hasMessageContaining("password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mdm.fjallrav.se/api",
                "http://127.fjallrav.se/api",
                "https://handtag:hemligt@mdm.fjallrav.se/api",
                "https://mdm.fjallrav.se/api?x=1",
                "ftp://mdm.fjallrav.se/api",
                "mdm.fjallrav.se/api",
                "/api"
            })
    void refuses_an_address_that_cannot_be_meant(String url) {
        at(url).run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read-timeout=0s", "max-concurrent=0", "pinned-certificate=abc", "proxy=proxy.fjallrav.se:3128"})
    void refuses_a_setting_that_cannot_be_meant(String setting) {
        at("https://mdm.fjallrav.se/api")
                .withPropertyValues("handtag.mdm." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    private static MdmProbe.Finding probe(URI url) throws IOException {
        try (Mdm mdm = Clients.bare(url)) {
            return new CallingProbe(mdm.area(Groups.class)).probe();
        }
    }

    @Test
    void the_probe_tells_a_good_mdm_from_a_wrong_address_a_wrong_login_and_a_failing_one() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThat(probe(server.url()).isGood()).isTrue();

            server.answers(Script.status(200, "text/html", "<html>Välkommen till nginx</html>"));
            assertThat(probe(server.url()).kind()).isEqualTo(MdmProbe.Kind.WRONG_URL);

            server.answers(Script.status(404, "text/html", ""));
            assertThat(probe(server.url()).kind()).isEqualTo(MdmProbe.Kind.WRONG_URL);

            server.answers(Script.status(401, "text/html", ""));
            MdmProbe.Finding login = probe(server.url());
            assertThat(login.kind()).isEqualTo(MdmProbe.Kind.WRONG_LOGIN);
            assertThat(login.words()).contains("handtag.mdm.password");

            server.answers(Script.status(503, "text/html", ""));
            assertThat(probe(server.url()).kind()).isEqualTo(MdmProbe.Kind.NOT_REACHABLE);
        }
    }

    @Test
    void the_probe_tells_an_mdm_that_nobody_answers_for() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api");
        }
        assertThat(probe(nobody).kind()).isEqualTo(MdmProbe.Kind.NOT_REACHABLE);
    }

    @Test
    void a_proxy_is_asked_instead_of_the_mdm() throws IOException {
        try (ScriptedServer proxy = new ScriptedServer();
                Mdm mdm = Clients.bare(Clients.settings(
                        URI.create("http://127.0.0.1:9/api"),
                        2,
                        null,
                        null,
                        URI.create("http://127.0.0.1:" + proxy.port())))) {
            mdm.area(Groups.class).all();

            assertThat(proxy.last().line()).isEqualTo("GET http://127.0.0.1:9/api/groups HTTP/1.1");
        }
    }
}
