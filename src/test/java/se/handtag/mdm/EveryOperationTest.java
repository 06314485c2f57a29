package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the 41 operations: its request line, its body, and its answer read from a file written by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {
    private ScriptedServer server;
    private Mdm mdm;

    @BeforeAll
    void open() throws IOException {
        server = new ScriptedServer();
        mdm = new Mdm(MdmSettings.of(server.url(), "handtag", "å:ä secret"));
    }

    @AfterAll
    void close() throws IOException {
        mdm.close();
        server.close();
    }

    static Stream<ContractRow> rows() {
        return Stream.concat(DirectoryRows.all().stream(), FleetRows.all().stream());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_sent_and_read_as_the_contract_says(ContractRow row) {
        int before = server.received().size();
        server.answers(
                row.out() == null
                        ? ScriptedServer.Script.status(200, "text/plain", "")
                        : ScriptedServer.Script.json(Samples.answer(row.out())));
        row.call().accept(mdm);

        assertThat(server.received()).hasSize(before + 1);
        ScriptedServer.Received sent = server.last();
        assertThat(sent.line()).isEqualTo(row.line() + " HTTP/1.1");
        assertThat(sent.header("Authorization")).isEqualTo("Basic aGFuZHRhZzrDpTrDpCBzZWNyZXQ=");
        assertThat(sent.header("Cookie")).isNull();
        if (row.in() == null) {
            assertThat(sent.text()).isEmpty();
        } else {
            assertThat(sent.header("Content-Type")).isEqualToIgnoringCase("application/json; charset=utf-8");
            assertThat(Samples.tree(sent.text())).isEqualTo(Samples.tree(Samples.request(row.in())));
        }
    }

    @Test
    void none_of_the_41_is_missing() {
        List<String> offered = Stream.of(
                        Groups.class,
                        Users.class,
                        Devices.class,
                        Tags.class,
                        DeviceTags.class,
                        UserTags.class,
                        Apps.class,
                        DeviceCommands.class)
                .flatMap(area -> Arrays.stream(area.getMethods()))
                .map(method -> method.getAnnotation(Operation.class))
                .filter(Objects::nonNull)
                .map(Operation::value)
                .toList();

        assertThat(offered)
                .hasSize(41)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        rows().map(ContractRow::name).toList());
    }

    @Test
    void all_that_is_not_a_get_is_marked_as_writing() {
        rows().forEach(row -> assertThat(Samples.operation(row.name()).isAnnotationPresent(Writes.class))
                .as(row.name())
                .isEqualTo(!row.line().startsWith("GET ")));
    }
}
