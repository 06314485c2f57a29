package se.handtag.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import se.handtag.StartRefused;

/** The trial as an application context meets it, in this process. */
class TrialStartTests {
    private static final Path DATA = Path.of("target", "trial-start-tests");

    @BeforeAll
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void hands_over_a_database_an_mdm_and_an_identity_provider() throws Exception {
        try (var portal = start()) {
            var settings = portal.getEnvironment();
            try (var connection = DriverManager.getConnection(
                            settings.getRequiredProperty("spring.datasource.url"),
                            settings.getRequiredProperty("spring.datasource.username"),
                            settings.getRequiredProperty("spring.datasource.password"));
                    var statement = connection.createStatement()) {
                for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                    try (var value = statement.executeQuery("SHOW " + setting)) {
                        assertThat(value.next()).isTrue();
                        assertThat(value.getString(1)).as(setting).isEqualTo("on");
                    }
                }
            }
            assertThat(status(settings.getRequiredProperty("handtag.identity.issuer")
                            + "/.well-known/openid-configuration"))
                    .isEqualTo(200);
            assertThat(status(settings.getRequiredProperty("handtag.mdm.url") + "/devices"))
                    .as("without its login")
                    .isEqualTo(401);
        }
    }

    @Test
    void contexts_of_one_process_share_a_trial_and_closing_one_leaves_it_to_the_others() {
        String first;
        try (var portal = start()) {
            first = portal.getEnvironment().getRequiredProperty("handtag.identity.issuer");
        }
        try (var portal = start()) {
            assertThat(portal.getEnvironment().getProperty("handtag.identity.issuer"))
                    .isEqualTo(first);
            assertThat(status(first + "/.well-known/openid-configuration")).isEqualTo(200);
        }
    }

    @Test
    void asks_for_the_database_password() {
        try (var portal = start()) {
            var url = portal.getEnvironment().getRequiredProperty("spring.datasource.url");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "handtag", "a guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keeps_its_secrets_to_the_owner() throws IOException {
        try (var portal = start()) {
            var folder = Path.of(portal.getEnvironment().getRequiredProperty("handtag.trial.folder"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("database-password")))
                    .hasSize(2);
            assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
        }
    }

    @Test
    void leaves_a_context_without_the_profile_alone() {
        try (var portal = builder().profiles("other").run()) {
            assertThat(portal.getEnvironment().getProperty("spring.datasource.url"))
                    .isNull();
        }
    }

    @Test
    void does_not_start_beside_a_real_mdm() {
        assertRefused("--handtag.mdm.url=https://mdm.example.com/api")
                .hasMessage(
                        "The trial does not start beside a real system: handtag.mdm.url points to mdm.example.com; remove that setting, or start without the profile trial.");
    }

    @Test
    void does_not_start_beside_a_real_database_and_keeps_its_password_to_itself() {
        assertRefused("--spring.datasource.url=jdbc:postgresql://db.example.com/handtag?password=hush")
                .hasMessageContaining("spring.datasource.url points to db.example.com")
                .hasMessageNotContaining("hush");
    }

    @Test
    void uses_an_mdm_on_this_machine_that_somebody_else_started() {
        try (var portal = start("--handtag.mdm.url=http://localhost:9/api")) {
            assertThat(portal.getEnvironment().getProperty("handtag.mdm.url")).isEqualTo("http://localhost:9/api");
        }
    }

    @Test
    void names_the_port_that_is_taken_and_its_setting(@TempDir Path folder) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("--handtag.trial.data=" + folder, "--handtag.trial.idp.port=" + taken.getLocalPort())
                    .hasMessage(
                            "Port " + taken.getLocalPort()
                                    + " is already in use: stop the program that uses it, or choose another port with handtag.trial.idp.port (0 picks a free one).");
            assertThat(folder).as("ports are checked before anything slow").isEmptyDirectory();
        }
    }

    @Test
    void refuses_one_port_for_two_servers(@TempDir Path folder) {
        assertRefused(
                        "--handtag.trial.data=" + folder,
                        "--handtag.trial.idp.port=40123",
                        "--handtag.trial.mdm.port=40123")
                .hasMessageContaining("handtag.trial.mdm.port and handtag.trial.idp.port");
    }

    @Test
    void refuses_what_is_no_port() {
        assertRefused("--handtag.trial.mdm.port=many")
                .hasMessage("handtag.trial.mdm.port must be a port number from 0 to 65535, but is “many”.");
    }

    @Test
    void says_when_the_data_folder_cannot_be_written(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("not-a-folder"), "");
        assertRefused("--handtag.trial.data=" + file)
                .hasMessage("Handtag cannot write to its data folder " + file
                        + ": make it writable, or choose another with handtag.trial.data.");
    }

    @Test
    void says_when_another_handtag_holds_the_data_folder(@TempDir Path folder) {
        try (var held = DataFolder.take(folder)) {
            assertThat(held.path()).isEqualTo(folder);
            assertRefused("--handtag.trial.data=" + folder)
                    .hasMessage("Another Handtag is running on the data folder " + folder
                            + ": stop that one, or choose another folder with handtag.trial.data.");
        }
    }

    @Test
    void says_where_to_look_when_the_database_does_not_start(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("database"));
        assertRefused("--handtag.trial.data=" + folder)
                .hasMessage("The trial’s database did not start: " + folder.resolve("database.log") + " says why.");
    }

    @Test
    void does_not_stop_a_stranger_whose_number_an_old_server_had(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("database"));
        Files.writeString(
                folder.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        assertRefused("--handtag.trial.data=" + folder).isInstanceOf(StartRefused.class);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String... arguments) {
        return assertThatThrownBy(() -> start(arguments).close()).isInstanceOf(StartRefused.class);
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        var all = new ArrayList<>(
                List.of("--handtag.trial.data=" + DATA, "--handtag.trial.mdm.port=0", "--handtag.trial.idp.port=0"));
        for (var argument : arguments) {
            all.removeIf(other -> other.startsWith(argument.substring(0, argument.indexOf('='))));
            all.add(argument);
        }
        return builder().profiles("trial").run(all.toArray(String[]::new));
    }

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(SomePortal.class).web(WebApplicationType.NONE);
    }

    private static int status(String address) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Stands for the portal. */
    @Configuration(proxyBeanMethods = false)
    static class SomePortal {}
}
