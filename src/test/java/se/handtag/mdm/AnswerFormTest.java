package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.handtag.mdm.ScriptedServer.Script;

/** The forms in which an id, an object, an array, and nothing at all may come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFormTest {
    private static final String ID = "\"Id\":\"7b1d6a52-0c8e-4c2b-9f5d-2f6f1b0e4a11\"";

    private ScriptedServer server;
    private Mdm mdm;

    @BeforeAll
    void open() throws IOException {
        server = new ScriptedServer();
        mdm = Clients.bare(server.url());
    }

    @AfterAll
    void close() throws IOException {
        mdm.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "\"17\"", "{\"Id\":17}", "{\"id\":17}", " 17 ", "{\"ID\":\"17\",\"Name\":\"Lager\"}"})
    void a_new_id_has_many_forms(String written) {
        server.answers(Script.json(written));

        assertThat(mdm.area(Groups.class).add(new NewGroup("Lager"))).isEqualTo(new GroupId(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[17]",
                "{}",
                "{\"Id\":null}",
                "\"sjutton\"",
                "17.5",
                "true",
                "99999999999",
                "17 18"
            })
    void an_answer_without_a_new_id_is_an_unknown_outcome(String written) {
        server.answers(Script.json(written));

        assertThatThrownBy(() -> mdm.area(Groups.class).add(new NewGroup("Lager")))
                .isInstanceOfSatisfying(
                        MdmException.Malformed.class,
                        failure -> assertThat(failure.certainlyNotDone()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "[null]", "\uFEFF[]"})
    void nothing_is_an_empty_array(String written) {
        server.answers(Script.json(written));

        assertThat(mdm.area(Groups.class).all()).isEmpty();
        assertThat(mdm.area(Devices.class).find(new DeviceQuery().userId(new UserId(1))))
                .isEmpty();
        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void no_content_is_an_empty_array() {
        server.answers((_, out, _) -> out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(mdm.area(Groups.class).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[null]"})
    void nothing_instead_of_an_object_is_not_found(String written) {
        server.answers(Script.json(written));

        assertThatThrownBy(() -> mdm.area(Groups.class).atPath("Lager")).isInstanceOf(MdmException.NotFound.class);
    }

    @Test
    void one_object_in_an_array_is_that_object_and_several_are_ambiguous() {
        server.answers(Script.json("[{\"Id\":2,\"Name\":\"Lager\"}]"));
        assertThat(mdm.area(Groups.class).atPath("Lager").id()).isEqualTo(new GroupId(2));

        server.answers(Script.json("[{\"Id\":2,\"Name\":\"Lager\"},{\"Id\":3,\"Name\":\"Lager\"}]"));
        assertThatThrownBy(() -> mdm.area(Groups.class).atPath("Lager")).isInstanceOf(MdmException.Ambiguous.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"Id\":null}",
                "{\"Id\":17}",
                "{\"Id\":\"7b1d\"}",
                "17",
                "\"x\"",
                "{\"Id\":",
                "{" + ID + "} x"
            })
    void a_device_that_is_none_is_malformed(String written) {
        server.answers(Script.json(written));

        assertThatThrownBy(() -> mdm.area(Devices.class).get(Samples.PHONE)).isInstanceOf(MdmException.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "17", "\"x\"", "[17]", "[{]", "[{}", "[]]", "[[]]", "{\"Message\":\"hej\"}", "<html/>"})
    void an_array_that_is_none_is_malformed(String written) {
        server.answers(Script.json(written));

        assertThatThrownBy(() -> mdm.area(Tags.class).all()).isInstanceOf(MdmException.Malformed.class);
    }
}
