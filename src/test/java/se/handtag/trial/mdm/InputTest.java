package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper input is refused in words, and changes nothing. */
class InputTest extends WithMdm {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":\"Ny\"",
                "{\"name\":\"Ny\"}}",
                "{\"name\":\"Ny\"} {\"name\":\"Mer\"}",
                "{'name':'Ny'}",
                "{name:\"Ny\"}",
                "{\"name\":\"Ny\",}",
                "{\"name\":\"Ny\",\"name\":\"Mer\"}",
                "<name>Ny</name>",
                "name=Ny"
            })
    void refuses_what_is_no_json(String body) {
        refused(call().post("/groups", body), 400, "not JSON");
        assertThat(journal()).containsExactly("refused G5 The body is not JSON that can be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"Ny\"", "17", "null", "true", "[{\"name\":\"Ny\"}]"})
    void refuses_json_that_is_no_object(String body) {
        refused(call().post("/groups", body), 400, "must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"name":17}                         | name must be a text
                    {"name":["Ny"]}                     | name must be a text
                    {"name":{"a":"b"}}                  | name must be a text
                    {"name":"Ny","parentId":"1"}        | parentId must be a whole number
                    {"name":"Ny","parentId":1.5}        | parentId must be a whole number
                    {"name":"Ny","parentId":99999999999}| parentId must be a whole number
                    {"name":"Ny","parentId":true}       | parentId must be a whole number
                    {"name":"Ny","colour":"red"}        | no field colour
                    {"name":"Ny","Name":"Mer"}          | name is given twice
                    {"name":"a\\u0000b"}                | character that no text has
                    {"name":"a\\ud800b"}                | character that no text has
                    """)
    void refuses_fields_of_the_wrong_kind(String body, String words) {
        refused(call().post("/groups", body), 400, words);
    }

    @Test
    void refuses_a_text_that_is_far_too_long() {
        refused(call().post("/groups", "{\"name\":\"" + "å".repeat(4_001) + "\"}"), 400, "longer than 4000");
    }

    @Test
    void refuses_json_nested_without_end() {
        String body = "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        refused(call().post("/groups", body), 400, "not JSON");
    }

    @Test
    void refuses_a_body_that_is_too_large_with_a_length_and_without() throws Exception {
        String body = "{\"name\":\"" + "a".repeat(1 << 20) + "\"}";
        refused(call().post("/groups", body), 413, "larger than 1048576 bytes");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var chunked = HttpRequest.newBuilder(URI.create(mdm.apiUrl() + "/groups"))
                .header("Authorization", Caller.LOGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        assertThat(call().response(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void refuses_text_that_is_no_utf_8() throws Exception {
        byte[] latin1 = "{\"name\":\"Företaget\"}".getBytes(StandardCharsets.ISO_8859_1);
        var request = HttpRequest.newBuilder(URI.create(mdm.apiUrl() + "/groups"))
                .header("Authorization", Caller.LOGIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin1))
                .build();
        assertThat(call().response(request).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void refuses_a_body_that_is_not_said_to_be_json(String type) {
        refused(call().send("POST", "/api/groups", "{\"name\":\"Ny\"}", "Content-Type", type), 415, "Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"})
    void takes_json_by_any_of_its_names(String type) {
        call().send("POST", "/api/groups", "{\"name\":\"Ny\"}", "Content-Type", type)
                .ok();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /users?mail=x                       | no parameter mail
                    /users?email=x&mail=y               | no parameter mail
                    /users?email=                       | email is empty
                    /users?email                        | email is empty
                    /users?email=a&email=b              | given twice
                    /users?email=a&EMAIL=b              | given twice
                    /users?groupId=x                    | groupId is not a whole number
                    /users?groupId=1.0                  | groupId is not a whole number
                    /users?tagId=99999999999            | tagId is not a whole number
                    /users/1?email=x                    | no parameter email
                    /groups?name=x                      | no parameter name
                    /tags?name=x                        | no parameter name
                    /devices?deviceId=x                 | no parameter deviceid
                    /devicetags?deviceId=17             | deviceId is not a GUID
                    /users?email=a%00b                  | character that no text has
                    /users?email=%C3                    | not UTF-8
                    /groups/abc                         | not a whole number
                    /groups/99999999999                 | not a whole number
                    """)
    void refuses_addresses_that_mean_nothing(String path, String words) {
        refused(call().get(path), 400, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/groups/1/2",
                "/devices/1/2/3",
                "/Groups/1/lockdevice",
                "/./groups",
                "/x/../groups"
            })
    void knows_no_other_addresses(String path) throws IOException {
        assertThat(raw("GET /api" + path + " HTTP/1.1")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "HEAD", "OPTIONS", "TRACE"})
    void knows_no_other_methods(String method) throws IOException {
        assertThat(raw(method + " /api/groups HTTP/1.1")).startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%C3%28"})
    void refuses_an_address_that_is_not_percent_encoded(String value) throws IOException {
        assertThat(raw("GET /api/users?email=" + value + " HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "GET", "GET /api/groups HTTP/9.9", "\0\1\2"})
    void survives_what_is_no_http(String line) throws IOException {
        assertThat(raw(line)).doesNotContain("200");
        call().get("/groups").ok();
    }

    @Test
    void takes_names_in_addresses_in_any_case() {
        call().get("/GROUPS?PATH=kunder").ok();
        call().post("/Devices/" + IPHONE + "/LockDevice").ok();
    }

    /** Sends a request line as it stands and reads the whole answer. */
    private static String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", mdm.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nAuthorization: " + Caller.LOGIN
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
