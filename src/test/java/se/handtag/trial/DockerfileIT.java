package se.handtag.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Dockerfile's own commands in plain folders, for no container engine is needed to build Handtag: builds the jar from
 * what is copied and takes it apart as the build stage does, lays the pieces out as the last stage does, and starts what the
 * image would start.
 */
class DockerfileIT {
    @TempDir
    private static Path build = Path.of("");

    @TempDir
    private static Path image = Path.of("");

    private static List<String> lines = List.of();

    @BeforeAll
    static void buildTheImage() throws IOException {
        lines = Files.readAllLines(Path.of("Dockerfile"));
        copyWhatIsBuiltFrom();
        String making = instruction("RUN --mount");
        try (var built = Program.start(
                build,
                Map.of(),
                List.of(making.substring(making.indexOf("./mvnw")).split(" ")))) {
            assertThat(built.untilEnded()).as(built.output() + built.errors()).isZero();
        }
        var extract = instruction("RUN java");
        try (var extraction = run(build, Map.of(), List.of(("java" + extract).split(" ")))) {
            assertThat(extraction.untilEnded()).as(extraction.errors()).isZero();
        }
        for (var line : lines) {
            if (line.startsWith("COPY --from=build")) {
                var words = line.split(" ");
                assertThat(words[3]).isEqualTo("./");
                FileSystemUtils.copyRecursively(build.resolve(words[2].substring("/src/".length())), image);
            }
        }
    }

    /** What {@code COPY} takes before the last stage, without what {@code .dockerignore} keeps out. */
    private static void copyWhatIsBuiltFrom() throws IOException {
        for (var line : lines) {
            if (line.startsWith("COPY ") && !line.contains("--from")) {
                var words = line.split(" ");
                Path to = build.resolve(words[words.length - 1]);
                for (int i = 1; i < words.length - 1; i++) {
                    var from = Path.of(words[i]);
                    if (Files.isDirectory(from)) {
                        FileSystemUtils.copyRecursively(from, to);
                    } else {
                        Files.copy(from, to.resolve(from.getFileName()));
                    }
                }
            }
        }
        for (var kept : Files.readAllLines(Path.of(".dockerignore"))) {
            if (!kept.startsWith("!") && kept.endsWith("/")) {
                FileSystemUtils.deleteRecursively(build.resolve(kept));
            }
        }
    }

    @Test
    void the_image_starts_handtag_which_names_the_settings_it_lacks() {
        try (var refused = run(image, Map.of(), entrypoint())) {
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("SPRING_DATASOURCE_URL", "HANDTAG_MDM_URL", "HANDTAG_IDENTITY_ISSUER");
        }
    }

    @Test
    void the_image_takes_settings_from_the_environment() {
        var variables =
                Map.of("HANDTAG_MDM_URL", "https://mdm.example.com/api", "HANDTAG_IDENTITY_CLIENT_ID", "portal");
        try (var refused = run(image, variables, entrypoint())) {
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.errors())
                    .contains("HANDTAG_MDM_USERNAME")
                    .doesNotContain("HANDTAG_MDM_URL", "HANDTAG_IDENTITY_CLIENT_ID,");
        }
    }

    @Test
    void the_image_starts_from_a_cache_that_fits_it() throws IOException {
        String training = instruction("RUN setpriv");
        String command = training.substring(training.indexOf(" java ") + 1, training.indexOf(" && "));
        Path made = image.resolve("handtag.aot");
        try (var train = run(
                image,
                Map.of(),
                List.of(command.replace("/tmp/handtag.aot", made.toString()).split(" ")))) {
            assertThat(train.untilEnded()).as(train.errors()).isZero();
        }
        assertThat(made).isNotEmptyFile();
        var strict = new ArrayList<>(entrypoint());
        assertThat(strict).contains("-XX:AOTCache=" + made.getFileName());
        // Refuses to start by a cache of something else, where the image would only be slow.
        strict.add(1, "-XX:AOTMode=on");
        try (var refused = run(image, Map.of(), strict)) {
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.output() + refused.errors())
                    .contains("SPRING_DATASOURCE_URL")
                    .doesNotContain("AOT cache");
        }
        var whole = new ArrayList<>(strict);
        whole.add("train");
        try (var start = run(image, Map.of(), whole)) {
            assertThat(start.untilEnded()).as(start.errors()).isZero();
            assertThat(start.output()).contains("Starting AOT-processed HandtagApplication", "Tomcat started on port");
        }
    }

    @Test
    void the_jar_says_what_it_is_made_of() throws IOException {
        try (var jar = new JarFile(image.resolve("handtag.jar").toFile())) {
            var list = jar.getEntry("META-INF/sbom/application.cdx.json");
            assertThat(list).as("the list").isNotNull();
            try (var content = jar.getInputStream(list)) {
                var parts = JsonMapper.shared().readTree(content).path("components");
                assertThat(parts.findValuesAsString("name"))
                        .contains("spring-boot", "flow-server", "postgresql")
                        .doesNotContain("junit-jupiter-api");
            }
        }
    }

    @Test
    void the_health_check_tells_well_from_ill() throws IOException {
        var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var answer = new int[] {200};
        portal.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(answer[0], -1);
            exchange.close();
        });
        portal.start();
        var variables =
                Map.of("SERVER_PORT", Integer.toString(portal.getAddress().getPort()));
        try {
            assertThat(healthCheck(variables)).isZero();
            answer[0] = 503;
            assertThat(healthCheck(variables)).isEqualTo(1);
        } finally {
            portal.stop(0);
        }
        assertThat(healthCheck(variables)).as("nobody answers").isEqualTo(1);
    }

    @Test
    void the_image_runs_without_root_and_without_the_trial() {
        assertThat(lines).anyMatch(line -> line.matches("USER [1-9]\\d*"));
        assertThat(lines).noneMatch(line -> line.contains("trial") && !line.startsWith("#"));
    }

    private int healthCheck(Map<String, String> variables) {
        var command = instruction("HEALTHCHECK");
        try (var check = run(image, variables, words(command.substring(command.indexOf('['))))) {
            return check.untilEnded();
        }
    }

    private List<String> entrypoint() {
        return words(instruction("ENTRYPOINT"));
    }

    /** What follows the words on the one line that begins with them. */
    private static String instruction(String beginning) {
        var found = lines.stream().filter(line -> line.startsWith(beginning)).toList();
        assertThat(found).as(beginning).hasSize(1);
        return found.getFirst().substring(beginning.length());
    }

    private static List<String> words(String jsonArray) {
        return List.of(JsonMapper.shared().readValue(jsonArray.strip(), String[].class));
    }

    private static Program run(Path folder, Map<String, String> variables, List<String> command) {
        assertThat(command.getFirst()).isEqualTo("java");
        var here = new ArrayList<>(command);
        here.set(0, Program.JAVA);
        return Program.start(folder, variables, here);
    }
}
