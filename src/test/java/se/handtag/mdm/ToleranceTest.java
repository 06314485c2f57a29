package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.handtag.mdm.ScriptedServer.Script;

/** What the contract leaves open about answers, and what a live MDM may therefore say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToleranceTest {
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

    private Device device(String fields) {
        server.answers(Script.json("{" + ID + (fields.isEmpty() ? "" : "," + fields) + "}"));
        return mdm.area(Devices.class).get(Samples.PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SerialNumber", "serialNumber", "serialnumber", "SERIALNUMBER", "SeRiAlNuMbEr"})
    void a_name_is_known_in_any_case(String name) {
        assertThat(device("\"" + name + "\":\"F2L\"").serialNumber()).isEqualTo("F2L");
    }

    @Test
    void a_device_needs_no_more_than_its_id() {
        assertThat(device(""))
                .isEqualTo(new Device(
                        Samples.PHONE, null, null, null, null, null, Platform.UNKNOWN, null, null, null, Map.of()));
    }

    @Test
    void null_and_blank_count_as_not_said() {
        Device device = device("\"SerialNumber\":null,\"Name\":\"\",\"Model\":\" \",\"UserId\":null,\"Platform\":null,"
                + "\"LastContact\":null,\"Unknown\":null");

        assertThat(device)
                .isEqualTo(new Device(
                        Samples.PHONE, null, null, null, null, null, Platform.UNKNOWN, null, null, null, Map.of()));
    }

    @Test
    void what_is_unknown_is_kept_as_it_was_written() {
        Device device = device(
                "\"Imei\":\"356938035643809\",\"BatteryLevel\":0.85,\"Supervised\":true,"
                        + "\"Huge\":123456789012345678901234567890,\"Apps\":[{\"Id\":1,\"Namn\":\"Å\"}],\"Email\":\"it@fjallrav.se\"");

        assertThat(device.others())
                .containsExactly(
                        Map.entry("Imei", "356938035643809"),
                        Map.entry("BatteryLevel", "0.85"),
                        Map.entry("Supervised", "true"),
                        Map.entry("Huge", "123456789012345678901234567890"),
                        Map.entry("Apps", "[{\"Id\":1,\"Namn\":\"Å\"}]"),
                        Map.entry("Email", "it@fjallrav.se"));
    }

    @Test
    void what_cannot_be_understood_is_null_and_kept() {
        Device device = device("\"UserId\":\"Åsa\",\"GroupId\":99999999999,\"Platform\":\"BeOS\","
                + "\"LastContact\":\"i går\",\"Name\":{\"First\":\"Åsa\"}");

        assertThat(device.userId()).isNull();
        assertThat(device.groupId()).isNull();
        assertThat(device.platform()).isEqualTo(Platform.UNKNOWN);
        assertThat(device.lastContact()).isNull();
        assertThat(device.name()).isNull();
        assertThat(device.others())
                .containsEntry("UserId", "Åsa")
                .containsEntry("GroupId", "99999999999")
                .containsEntry("Platform", "BeOS")
                .containsEntry("LastContact", "i går")
                .containsEntry("Name", "{\"First\":\"Åsa\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0,IOS",
        "1,ANDROID",
        "2,MACOS",
        "3,TVOS",
        "4,UNKNOWN",
        "-1,UNKNOWN",
        "'\"0\"',IOS",
        "'\" 2 \"',MACOS",
        "'\"iOS\"',IOS",
        "'\"tvOS\"',TVOS",
        "'\"Windows\"',UNKNOWN",
        "'\"unknown\"',UNKNOWN",
        "true,UNKNOWN",
        "1.5,UNKNOWN"
    })
    void a_platform_is_a_number_or_a_name(String written, Platform read) {
        assertThat(device("\"Platform\":" + written).platform()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T06:12:30Z,2026-05-04T06:12:30Z",
        "2026-05-04T08:12:30+02:00,2026-05-04T06:12:30Z",
        "2026-05-04T06:12:30.1Z,2026-05-04T06:12:30.1Z",
        "2026-05-04T06:12:30.123456789Z,2026-05-04T06:12:30.123456789Z",
        "2026-05-04T06:12Z,2026-05-04T06:12:00Z",
        "2024-02-29T23:59:59Z,2024-02-29T23:59:59Z"
    })
    void a_time_is_read_with_its_zone(String written, Instant read) {
        assertThat(device("\"LastContact\":\"" + written + "\"").lastContact()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-04T06:12:30",
                "2026-05-04",
                "2026-02-30T06:12:30Z",
                "2026-13-04T06:12:30Z",
                "2026-05-04T24:12:30Z",
                "2026-05-04T06:12:30.1234567890Z",
                "20x6-05-04T06:12:30Z",
                "/Date(1746338400000)/"
            })
    void a_time_that_is_none_is_kept_as_written(String written) {
        Device device = device("\"LastContact\":\"" + written + "\"");

        assertThat(device.lastContact()).isNull();
        assertThat(device.others()).containsEntry("LastContact", written);
    }

    @Test
    void numbers_may_be_written_as_text_and_text_as_numbers() {
        Device device = device("\"UserId\":\"101\",\"Name\":17,\"OsVersion\":18");

        assertThat(device.userId()).isEqualTo(new UserId(101));
        assertThat(device.name()).isEqualTo("17");
        assertThat(device.osVersion()).isEqualTo("18");
    }

    @Test
    void of_a_name_said_twice_the_first_counts_and_the_other_is_kept() {
        Device device = device("\"Name\":\"A\",\"name\":\"B\"");

        assertThat(device.name()).isEqualTo("A");
        assertThat(device.others()).containsEntry("name", "B");
    }

    @Test
    void the_type_of_the_answer_does_not_matter() {
        server.answers(Script.status(200, "text/html", "[{\"Id\":1}]"));

        assertThat(mdm.area(Groups.class).all()).isEqualTo(List.of(new Group(new GroupId(1), null, null, Map.of())));
    }

    @Test
    void what_a_command_answers_does_not_matter() {
        server.answers(Script.status(200, "text/html", "<p>Tack så mycket</p>"));

        mdm.area(DeviceCommands.class).send(Samples.PHONE, new DeviceCommand.Lock());
        assertThat(server.last().line()).contains("lockdevice");
    }

    @Test
    void an_answer_may_be_packed_but_not_to_outgrow_the_limit() {
        server.answers((_, out, _) -> out.write(packed("[{\"Id\":1}]")));
        assertThat(mdm.area(Tags.class).all()).hasSize(1);
        assertThat(server.last().header("Accept-Encoding")).isEqualTo("gzip");

        server.answers((_, out, _) -> out.write(packed("[" + " ".repeat(1_000_000) + "]")));
        assertThatThrownBy(() -> mdm.area(Tags.class).all()).isInstanceOf(MdmException.Malformed.class);
    }

    private static byte[] packed(String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return ScriptedServer.whole(200, "application/json\r\nContent-Encoding: gzip", packed.toByteArray());
    }

    @Test
    void the_depth_of_an_answer_has_an_end() {
        server.answers(Script.json("[{\"Id\":1,\"X\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]"));

        assertThatThrownBy(() -> mdm.area(Tags.class).all()).isInstanceOf(MdmException.Malformed.class);
    }
}
