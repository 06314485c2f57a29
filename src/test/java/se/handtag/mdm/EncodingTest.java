package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that goes into an address, as a bare socket receives it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncodingTest {
    private static final int CHUNK = 500;

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

    /**
     * A text parameter of the API.
     *
     * @param step 1: each character of Unicode is tried, for one parameter of each of the two ways into an address; more:
     *     every so manieth, in all planes
     */
    record Parameter(int step, String row, String address, String answer, BiConsumer<Mdm, String> call) {
        @Override
        public String toString() {
            return row + " " + address;
        }
    }

    static Stream<Parameter> parameters() {
        return Stream.of(
                new Parameter(
                        1,
                        "G3",
                        "/api/groups?path=",
                        "{\"Id\":1}",
                        (mdm, text) -> mdm.area(Groups.class).atPath(text)),
                new Parameter(
                        1,
                        "U3",
                        "/api/users?email=",
                        "[]",
                        (mdm, text) -> mdm.area(Users.class).find(new UserQuery().email(text))),
                new Parameter(
                        23,
                        "U3",
                        "/api/users?phoneNumber=",
                        "[]",
                        (mdm, text) -> mdm.area(Users.class).find(new UserQuery().phoneNumber(text))),
                new Parameter(
                        23,
                        "U3",
                        "/api/users?account=",
                        "[]",
                        (mdm, text) -> mdm.area(Users.class).find(new UserQuery().account(text))),
                new Parameter(
                        23,
                        "D3",
                        "/api/devices?serialNumber=",
                        "[]",
                        (mdm, text) -> mdm.area(Devices.class).find(new DeviceQuery().serialNumber(text))),
                new Parameter(
                        23,
                        "D3",
                        "/api/devices?accountName=",
                        "[]",
                        (mdm, text) -> mdm.area(Devices.class).find(new DeviceQuery().accountName(text))),
                new Parameter(
                        23,
                        "DT3",
                        "/api/devicetags?serialNumber=",
                        "[]",
                        (mdm, text) -> mdm.area(DeviceTags.class).find(new DeviceTagQuery().serialNumber(text))),
                new Parameter(
                        23,
                        "UT3",
                        "/api/usertags?email=",
                        "[]",
                        (mdm, text) -> mdm.area(UserTags.class).find(new UserTagQuery().email(text))));
    }

    private void arrivesWhole(Parameter parameter, String text) {
        server.answers(ScriptedServer.Script.json(parameter.answer()));
        parameter.call().accept(mdm, text);

        String expected = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        assertThat(server.last().line()).isEqualTo("GET " + parameter.address() + expected + " HTTP/1.1");
        server.received().clear();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void characters_of_all_planes_of_unicode_arrive(Parameter parameter) {
        for (int from = 0; from <= Character.MAX_CODE_POINT; from += CHUNK * parameter.step()) {
            String text = IntStream.iterate(from, point -> point + parameter.step())
                    .limit(CHUNK)
                    .filter(point -> point <= Character.MAX_CODE_POINT)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            if (!text.isEmpty()) {
                arrivesWhole(parameter, text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void what_looks_encoded_or_like_an_address_arrives_as_it_is(Parameter parameter) {
        Stream.of(
                        "a%20b",
                        "100%25",
                        "100%",
                        "%",
                        "%2e%2e",
                        "../../users",
                        "..\\..",
                        "a/b",
                        "a+b",
                        "a b ",
                        " a",
                        "{id}",
                        "{",
                        "}",
                        "a&tagId=1",
                        "a=b",
                        "#fragment",
                        "?query",
                        "a;b,c",
                        "http://mdm.example/api",
                        "Fjällräv Logistik\\Åkeri/Öst",
                        "...",
                        "\r\nHost: elsewhere",
                        "\u0000",
                        "e\u0301",
                        "🦊👩🏽‍🚒")
                .forEach(text -> arrivesWhole(parameter, text));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void what_cannot_be_meant_is_not_sent(Parameter parameter) {
        refuses(parameter, ".", Violation.TEXT_IS_DOTS);
        refuses(parameter, "..", Violation.TEXT_IS_DOTS);
        refuses(parameter, "a\uD83E", Violation.TEXT_BROKEN);
        refuses(parameter, "\uDD8Aa", Violation.TEXT_BROKEN);
        refuses(parameter, "", Violation.TEXT_MISSING);
        refuses(parameter, " \t", Violation.TEXT_MISSING);
    }

    private void refuses(Parameter parameter, String text, Violation violation) {
        server.received().clear();
        assertThatThrownBy(() -> parameter.call().accept(mdm, text))
                .asInstanceOf(InstanceOfAssertFactories.type(MdmException.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.violations()).containsExactly(violation))
                .satisfies(invalid -> assertThat(invalid.certainlyNotDone()).isTrue());
        assertThat(server.received()).isEmpty();
    }
}
