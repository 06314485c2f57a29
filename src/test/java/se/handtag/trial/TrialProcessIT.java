package se.handtag.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.audit.proof.SampleLog;
import tools.jackson.databind.json.JsonMapper;

/** The jar as a newcomer runs it, and how it meets an unfriendly machine. */
class TrialProcessIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void after_kill_9_everything_is_still_there_and_traced_and_after_ctrl_c_nothing_runs_on() throws Exception {
        try (var first = trial().untilPrinted(TrialProcessIT::isRunning)) {
            assertThat(first.output()).contains("Anna Åkesson", "password handtag", data().toString());
            assertThat(first.errors()).isEmpty();
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE public.kept AS SELECT 'still here' AS word");
            }
            try (var second = trial()) {
                assertThat(second.untilEnded()).isEqualTo(1);
                assertThat(second.errors()).startsWith("Another Handtag is running on the data folder " + data());
            }
            first.kill();
        }
        var leftOver = database();
        assertThat(leftOver.isAlive()).as("PostgreSQL outlives its Handtag").isTrue();

        try (var collector = new Collector();
                var again = trial(collector.setting(), "--management.tracing.sampling.probability=1")
                        .untilPrinted(TrialProcessIT::isRunning)) {
            await().alias("the left-over is stopped").until(() -> !leftOver.isAlive());
            try (var connection = connect();
                    var statement = connection.createStatement();
                    var word = statement.executeQuery("SELECT word FROM public.kept")) {
                assertThat(word.next()).isTrue();
                assertThat(word.getString(1)).isEqualTo("still here");
            }
            String request = nameOfARequest(again);
            // Its parts may come in several batches.
            await().alias("its trace arrives")
                    .untilAsserted(() -> assertThat(collector.received())
                            .contains(request, "service.name", "handtag", "http get /actuator/health"));

            var database = database();
            var before = again.output().length();
            assertThat(again.stop()).as("ended by the signal").isEqualTo(143);
            await().until(() -> !database.isAlive());
            assertThat(again.errors()).isEmpty();
            assertThat(again.output().substring(before)).as("a quiet end").doesNotContain("Exception", "WARN", "ERROR");
        }
        var log = Files.readString(data().resolve("database.log"));
        // The database and who stops it write to one file, so that either may have its last line.
        assertThat(log.substring(log.lastIndexOf("server started")))
                .as("the database's end")
                .contains("server stopped\n", "database system is shut down\n");
        assertThat(log).as("the data was made once").containsOnlyOnce("The files belonging to this database system");
    }

    @Test
    void says_in_one_sentence_that_the_data_folder_cannot_be_written() throws IOException {
        Files.writeString(data(), "a file stands in the way");
        try (var refused = trial()) {
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.errors().lines()).singleElement().asString().startsWith("Handtag cannot write to");
            assertThat(refused.output()).isEmpty();
        }
    }

    @Test
    void in_production_names_all_missing_and_wrong_settings_at_once() {
        try (var refused = Program.handtag(folder, "--server.port=0", "--handtag.requests.undo=-1s")) {
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.errors().lines())
                    .hasSize(2)
                    .satisfies(
                            missing -> assertThat(missing)
                                    .contains(
                                            "SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD,",
                                            "HANDTAG_MDM_URL, HANDTAG_MDM_USERNAME, HANDTAG_MDM_PASSWORD,",
                                            "HANDTAG_IDENTITY_ISSUER, HANDTAG_IDENTITY_CLIENT_ID, HANDTAG_IDENTITY_CLIENT_SECRET"),
                            atIndex(0))
                    .satisfies(
                            wrong -> assertThat(wrong)
                                    .contains("handtag.requests.undo: must not be less than nothing")
                                    .doesNotContain("handtag.mdm"),
                            atIndex(1));
            assertThat(refused.output()).isEmpty();
        }
    }

    @Test
    void checks_a_receipt_and_an_export_and_names_the_first_bad_record() throws IOException {
        var json = JsonMapper.shared();
        var log = new SampleLog(4_000);
        String key = log.key().text();
        String receipt = json.writeValueAsString(log.receipt(17));
        List<String> export = new ArrayList<>();
        export.add(json.writeValueAsString(log.head(1, 4_000, true, 7)));
        for (int number = 1; number <= 4_000; number++) {
            export.add(json.writeValueAsString(log.line(number, 1, 4_000)));
        }
        try (var good = verify("receipt.json", receipt, key)) {
            assertThat(good.untilEnded()).isZero();
            assertThat(good.output()).startsWith("The record is proved.");
            assertThat(good.errors()).isEmpty();
        }
        try (var bad = verify("changed.json", receipt.replace("Anna", "Hanna"), key)) {
            assertThat(bad.untilEnded()).isEqualTo(1);
            assertThat(bad.errors()).contains("Not proved: a name or text beside record 17");
            assertThat(bad.output()).isEmpty();
        }
        try (var good = verify("export.jsonl", String.join("\n", export), key)) {
            assertThat(good.untilEnded()).isZero();
            assertThat(good.output()).startsWith("All 4,000 records are proved.");
            assertThat(good.errors()).contains("[####", "] 50 %", "] 99 %");
        }
        export.set(3_000, export.get(3_000).replace("LOOK", "LOCK"));
        try (var bad = verify("changed.jsonl", String.join("\n", export), key)) {
            assertThat(bad.untilEnded()).isEqualTo(1);
            assertThat(bad.errors()).contains("Not proved: record 3000 was changed");
            assertThat(bad.output()).isEmpty();
        }
        String hash = HexFormat.of().formatHex(log.leaf(2_000));
        export.set(2_000, export.get(2_000).replace(hash, HexFormat.of().formatHex(log.leaf(1))));
        export.set(2_000, export.get(2_000).replace(escaped(log.record(2_000)), escaped(log.record(1))));
        try (var bad = verify("made-up.jsonl", String.join("\n", export), key)) {
            assertThat(bad.untilEnded()).isEqualTo(1);
            assertThat(bad.errors()).contains("Not proved: record 2000 is not the one that stands in the log");
        }
    }

    private static String escaped(String record) {
        return JsonMapper.shared().writeValueAsString(record);
    }

    private Program verify(String name, String text, String key) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Program.handtag(folder, "audit", "verify", file.toString(), "--key", key);
    }

    private Program trial(String... settings) {
        var all = new ArrayList<>(List.of(
                "--spring.profiles.active=trial",
                "--server.port=0",
                "--handtag.trial.mdm.port=0",
                "--handtag.trial.idp.port=0",
                "--handtag.trial.data=" + data()));
        all.addAll(List.of(settings));
        return Program.handtag(folder, all.toArray(String[]::new));
    }

    /** Asks for something, and has the name that a person would read out. */
    private static String nameOfARequest(Program portal) throws IOException, InterruptedException {
        var address = Pattern.compile("http://localhost:\\d+").matcher(portal.output());
        assertThat(address.find()).isTrue();
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(address.group() + "/actuator/health"));
            return client.send(asked.build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("X-Request-Id")
                    .orElseThrow();
        }
    }

    private static boolean isRunning(String output) {
        return output.contains("Ctrl-C");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Connection connect() throws IOException, SQLException {
        var port = Pattern.compile("port = (\\d+)").matcher(Files.readString(data().resolve("database/handtag.conf")));
        assertThat(port.find()).isTrue();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/handtag",
                "handtag",
                Files.readString(data().resolve("database-password")));
    }

    private ProcessHandle database() throws IOException {
        var pid = Files.readAllLines(data().resolve("database/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
