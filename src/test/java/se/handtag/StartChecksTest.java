package se.handtag;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** What is said before anything slow begins. */
class StartChecksTest {
    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("server.port", "0")
            .withProperty("handtag.address", "https://portal.example.com")
            .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.com/handtag?sslmode=verify-full")
            .withProperty("spring.datasource.username", "handtag")
            .withProperty("spring.datasource.password", "secret")
            .withProperty("handtag.mdm.url", "https://mdm.example.com/api")
            .withProperty("handtag.mdm.username", "handtag")
            .withProperty("handtag.mdm.password", "secret")
            .withProperty("handtag.identity.issuer", "https://id.example.com")
            .withProperty("handtag.identity.client-id", "handtag")
            .withProperty("handtag.identity.client-secret", "secret")
            .withProperty("handtag.audit.keys", "/keys")
            .withProperty("handtag.notifications.from", "handtag@example.com")
            .withProperty("handtag.audit.checkpoints.folder", "/checkpoints");

    private void start() {
        var application = new SpringApplication(HandtagApplication.class);
        application.setMainApplicationClass(HandtagApplication.class);
        new StartChecks().postProcessEnvironment(environment, application);
    }

    @Test
    void with_everything_set_it_goes_on() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        environment.setProperty("handtag.mdm.url", " ");
        environment.setProperty("handtag.audit.keys", "");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HANDTAG_MDM_URL")
                .hasMessageContaining("HANDTAG_AUDIT_KEYS");
    }

    @Test
    void where_mail_is_sent_somebody_must_be_its_sender() {
        environment.setProperty("handtag.notifications.from", "");
        assertThatCode(this::start).doesNotThrowAnyException();
        environment.setProperty("spring.mail.host", "localhost");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HANDTAG_NOTIFICATIONS_FROM");
    }

    @Test
    void what_says_nothing_where_the_parts_were_chosen_ahead_is_refused_there_alone() {
        environment.setProperty("management.server.port", "9090");
        environment.setProperty("server.forward-headers-strategy", "framework");
        environment.setProperty("spring.threads.virtual.enabled", "true");
        environment.setProperty("vaadin.blocked-packages", "se.handtag.ui");
        environment.setProperty("vaadin.productionMode", "false");
        assertThatCode(this::start).doesNotThrowAnyException();
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(
                            "MANAGEMENT_SERVER_PORT, SPRING_THREADS_VIRTUAL_ENABLED, VAADIN_BLOCKED_PACKAGES,"
                                    + " SERVER_FORWARD_HEADERS_STRATEGY, VAADIN_PRODUCTIONMODE");
        } finally {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
    }

    @Test
    void everything_else_that_is_wrong_is_told_beside_what_is_missing() {
        environment.setProperty("handtag.mdm.url", "");
        environment.setProperty("handtag.address", "https://portal.example.com/below");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example.com/handtag");
        environment.setProperty("handtag.identity.issuer", "http://id.example.com");
        environment.setProperty("server.port", "many");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .message()
                .hasLineCount(5)
                .contains(
                        "HANDTAG_MDM_URL", "HANDTAG_ADDRESS", "verify-full", "HANDTAG_IDENTITY_ISSUER", "server.port");
    }

    @Test
    void what_is_wrong_in_the_rooms_own_settings_is_told_beside_it_and_nothing_twice() {
        environment.setProperty("handtag.mdm.url", "");
        environment.setProperty("handtag.address", "https://portal example com");
        environment.setProperty("handtag.requests.undo", "-1s");
        environment.setProperty("handtag.ui.name", "");
        environment.setProperty("handtag.identity.proxies", "the-proxy");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .message()
                .hasLineCount(3)
                .contains(
                        "HANDTAG_MDM_URL",
                        "handtag.requests.undo: must not be less than nothing",
                        "handtag.ui.name",
                        "handtag.identity.proxies names addresses or networks")
                .doesNotContain("handtag.mdm.url", "handtag.address");
    }

    @Test
    void of_an_empty_environment_everything_that_is_missing_is_told_in_one_line() {
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("nothing", Map.of("server.port", "0")));
        assertThatThrownBy(this::start).message().hasLineCount(1).contains("HANDTAG_ADDRESS", "HANDTAG_MDM_PASSWORD");
    }

    @Test
    void an_address_that_is_none_is_refused_in_words() {
        environment.setProperty("handtag.address", "https://portal example com");
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("portal example com");
    }

    @Test
    void checkpoints_go_to_a_folder_or_to_a_target() {
        environment.setProperty("handtag.audit.checkpoints.folder", "");
        environment.setProperty("handtag.audit.checkpoints.target", "https://bucket.example.com/log");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void an_empty_target_is_none() {
        environment.setProperty("handtag.audit.checkpoints.folder", "");
        environment.setProperty("handtag.audit.checkpoints.target", "");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HANDTAG_AUDIT_CHECKPOINTS_FOLDER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/handtag",
                "jdbc:postgresql://db.example.com/handtag?sslmode=prefer",
                "jdbc:postgresql://db.example.com/handtag?sslmode=require",
                "jdbc:postgresql://localhost:5432,db2.example.com/handtag",
                "jdbc:postgresql://localhost,db2.example.com/handtag",
                "jdbc:postgresql://127.0.0.1.example.com/handtag",
                "jdbc:postgresql://localhost.example.com/handtag",
                "jdbc:postgresql://db.example.com/handtag?xsslmode=verify-full",
                "jdbc:postgresql://db.example.com/handtag?sslmode=verify-full&sslmode=disable"
            })
    void a_way_to_the_database_that_others_could_read_or_stand_in_is_refused(String url) {
        environment.setProperty("spring.datasource.url", url);
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/handtag",
                "jdbc:postgresql://localhost:5432/handtag?user=x",
                "jdbc:postgresql://127.0.0.1:5432/handtag",
                "jdbc:postgresql://[::1]:5432/handtag",
                "jdbc:postgresql://a.example.com,b.example.com/handtag?user=x&sslmode=verify-ca"
            })
    void this_machine_and_a_server_that_proves_itself_are_let_through(String url) {
        environment.setProperty("spring.datasource.url", url);
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "handtag.address, http://portal.example.com, HANDTAG_ADDRESS",
        "handtag.identity.issuer, http://id.example.com/realms/x, HANDTAG_IDENTITY_ISSUER",
        "handtag.audit.checkpoints.target, http://bucket.example.com/log, HANDTAG_AUDIT_CHECKPOINTS_TARGET",
        "handtag.audit.checkpoints.target, http://localhost.example.com/log, HANDTAG_AUDIT_CHECKPOINTS_TARGET",
        "management.opentelemetry.tracing.export.otlp.endpoint, http://10.0.0.7:4318/v1/traces, OTLP_ENDPOINT",
        "spring.mail.host, mail.example.com, SPRING_MAIL_HOST"
    })
    void a_way_on_which_others_could_read_along_is_refused_by_name(String setting, String value, String named) {
        environment.setProperty(setting, value);
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "handtag.address, http://localhost:8080",
        "handtag.identity.issuer, http://127.0.0.1:8082",
        "handtag.audit.checkpoints.target, http://[::1]:9000/log",
        "management.opentelemetry.tracing.export.otlp.endpoint, http://localhost:4318/v1/traces",
        "spring.mail.host, localhost"
    })
    void to_this_machine_itself_nothing_need_be_encrypted(String setting, String value) {
        environment.setProperty(setting, value);
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.properties.mail.smtp.starttls.required",
                "spring.mail.properties.mail.smtp.ssl.enable",
                "spring.mail.ssl.enabled"
            })
    void mail_may_go_anywhere_once_it_is_encrypted(String setting) {
        environment.setProperty("spring.mail.host", "mail.example.com");
        environment.setProperty(setting, "true");
        assertThatCode(this::start).doesNotThrowAnyException();
    }
}
