package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.handtag.mdm.ScriptedServer.Script;

/** What an error answer says, what of it is kept, and what is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
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

    private MdmException deleting(int status, String type, String body) {
        server.answers(Script.status(status, type, body));
        return Objects.requireNonNull(catchThrowableOfType(
                MdmException.class, () -> mdm.area(Groups.class).delete(new GroupId(2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json|{\"Message\":\"Gruppen har undergrupper.\"}|Gruppen har undergrupper.",
                "application/json|{\"message\":\"Gruppen har undergrupper.\"}|Gruppen har undergrupper.",
                "application/json|{\"Message\":\"An error has occurred.\",\"ExceptionMessage\":\"Har undergrupper\",\"StackTrace\":\"at X\"}|Har undergrupper",
                "application/problem+json|{\"type\":\"about:blank\",\"title\":\"Conflict\",\"detail\":\"Har undergrupper\",\"status\":409}|Har undergrupper",
                "application/problem+json|{\"title\":\"Conflict\",\"status\":409}|Conflict",
                "application/json|\"Har undergrupper\"|Har undergrupper",
                "text/plain|Har undergrupper|Har undergrupper",
                "text/plain|`Har\u202E undergrupper\u0007\n   at Mdm.Groups.Delete()`|Har  undergrupper",
                "text/html|<html><title>Fel</title></html>|",
                "text/plain|<!DOCTYPE html><p>Fel|",
                "application/json|{\"Message\":17}|",
                "application/json|{\"Mess|",
                "application/json|{}|",
                "application/json|[]|",
                "application/json|null|null",
                "text/plain||"
            })
    void keeps_the_one_readable_line(String type, String body, String reason) {
        MdmException failure = deleting(409, type, body == null ? "" : body);

        assertThat(failure).isInstanceOf(MdmException.Refused.class);
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.reason()).isEqualTo(reason);
    }

    @Test
    void keeps_no_more_than_300_characters() {
        assertThat(deleting(400, "text/plain", "å".repeat(5_000)).reason()).hasSize(300);
    }

    @Test
    void reads_no_more_than_the_beginning_of_an_endless_error() {
        assertThat(deleting(400, "text/plain", "å".repeat(500_000)).reason()).hasSize(300);
    }

    @Test
    void says_what_was_tried_and_never_what_was_answered() {
        MdmException failure = deleting(
                500, "application/json", "{\"ExceptionMessage\":\"Åsa Björk asa@fjallrav.se\",\"Secret\":\"hemligt\"}");
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));

        assertThat(failure).hasMessage("G6 DELETE /groups/{id} (2): the MDM failed, status 500");
        assertThat(printed.toString()).doesNotContain("Åsa", "hemligt", "Authorization", "Basic", "asa@");
        assertThat(failure.reason()).isEqualTo("Åsa Björk asa@fjallrav.se");
    }

    @Test
    void says_nothing_of_a_malformed_answer_or_of_a_person_asked_for() {
        server.answers(Script.json("[{\"Name\":\"Åsa Björk\" hemligt}]"));

        MdmException failure = Objects.requireNonNull(catchThrowableOfType(
                MdmException.class, () -> mdm.area(Users.class).find(new UserQuery().email("asa@fjallrav.se"))));
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .startsWith(failure.toString())
                .doesNotContain("Åsa", "hemligt", "asa@", "asa%40");
        assertThat(failure).hasMessageStartingWith("U3 GET /users: not JSON as expected, line 1 column ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300|",
                "409|",
                "409|Konflikt",
                "400|Flera grupper matchar namnet",
                "500|More than one group matches",
                "422|Multiple groups"
            })
    void several_groups_at_one_path_are_ambiguous(int status, String text) {
        server.answers(Script.status(status, "text/plain", text == null ? "" : text));

        assertThat(catchThrowableOfType(
                        MdmException.Ambiguous.class,
                        () -> mdm.area(Groups.class).atPath("Kunder/Lager")))
                .isNotNull();
    }

    @Test
    void another_failure_at_a_path_is_not_ambiguous() {
        server.answers(Script.status(400, "text/plain", "Ogiltig sökväg"));

        assertThat(catchThrowableOfType(
                        MdmException.Refused.class, () -> mdm.area(Groups.class).atPath("Kunder/Lager")))
                .isNotNull();
    }

    @Test
    void tells_how_long_to_wait() {
        server.answers(
                Script.bytes("HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8)));

        MdmException.Unavailable failure = Objects.requireNonNull(catchThrowableOfType(
                MdmException.Unavailable.class, () -> mdm.area(Groups.class).delete(new GroupId(2))));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(failure.certainlyNotDone()).isTrue();
    }
}
