package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.handtag.mdm.ScriptedServer.Script;

/** What an MDM, or something on the way to it, can do wrong; and that no write is ever sent a second time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
    private ScriptedServer server;
    private final Map<Fault.Ends, Mdm> clients = new EnumMap<>(Fault.Ends.class);

    @BeforeAll
    void open() throws IOException {
        server = new ScriptedServer();
        for (Fault.Ends ends : Fault.Ends.values()) {
            clients.put(ends, Clients.meeting(ends, server.url()));
        }
    }

    @AfterAll
    void close() throws IOException {
        for (Mdm client : clients.values()) {
            client.close();
        }
        server.close();
    }

    private Mdm client(Fault.Ends ends) {
        return Objects.requireNonNull(clients.get(ends));
    }

    static Stream<Fault> faults() {
        return Fault.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_creation_is_sent_once_and_its_outcome_told_truly(Fault fault) {
        server.received().clear();
        server.answers(fault.script());

        MdmException failure = failure(
                () -> client(fault.ends()).area(DeviceTags.class).add(new NewDeviceTag(Samples.PHONE, new TagId(3))));

        assertThat(failure).isInstanceOf(fault.creation());
        assertThat(failure.certainlyNotDone()).isEqualTo(fault.creationNotDone());
        assertThat(failure.attempt().operation()).isEqualTo("DT4");
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_command_is_sent_once_and_done_only_by_a_200(Fault fault) {
        server.received().clear();
        server.answers(fault.script());

        try {
            client(fault.ends()).area(DeviceCommands.class).wipeDevice(Samples.PHONE);
        } catch (MdmException failure) {
            assertThat(failure.certainlyNotDone()).isEqualTo(fault.creationNotDone());
        }
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_read_fails_in_words_and_has_changed_nothing(Fault fault) {
        server.received().clear();
        server.answers(fault.script());

        MdmException failure =
                failure(() -> client(fault.ends()).area(Tags.class).all());

        assertThat(failure).isInstanceOf(fault.reading());
        assertThat(failure.certainlyNotDone()).isTrue();
        assertThat(server.received()).hasSizeBetween(1, 3);
        assertThat(failure).hasMessageStartingWith("T1 GET /tags: ");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_stream_fails_in_words(Fault fault) {
        if (fault.name().equals("larger than allowed") || fault.name().contains("drip")) {
            return; // a fleet may be large, and its stream slow
        }
        server.answers(fault.script());

        MdmException failure = failure(() -> {
            try (Stream<Device> all = client(fault.ends()).area(Devices.class).all()) {
                all.forEach(_ -> {});
            }
        });

        assertThat(failure.attempt().operation()).isEqualTo("D1");
    }

    @Test
    void a_success_that_comes_after_the_time_is_over_is_an_unknown_outcome() throws InterruptedException {
        Mdm mdm = client(Fault.Ends.BY_SILENCE);
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        server.received().clear();
        server.answers((_, out, _) -> {
            late.await();
            try {
                out.write(ScriptedServer.whole(200, "text/plain", new byte[0]));
            } finally {
                answered.countDown();
            }
        });

        MdmException failure = failure(() -> mdm.area(DeviceCommands.class).lockDevice(Samples.PHONE));
        late.countDown();
        answered.await();

        assertThat(failure).isInstanceOf(MdmException.TimedOut.class);
        assertThat(failure.certainlyNotDone()).isFalse();
        assertThat(server.received()).hasSize(1);

        server.answers(Script.status(404, "text/plain", ""));
        assertThatThrownBy(() -> mdm.area(Tags.class).get(new TagId(1)))
                .as("the late answer is not taken for the next call's")
                .isInstanceOf(MdmException.NotFound.class);
    }

    @Test
    void a_connection_that_nobody_accepts_is_certainly_nothing_done() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api");
        }
        try (Mdm unreachable = Clients.bare(nobody)) {
            MdmException failure =
                    failure(() -> unreachable.area(DeviceCommands.class).wipeDevice(Samples.PHONE));

            assertThat(failure).isInstanceOf(MdmException.Unavailable.class);
            assertThat(failure.certainlyNotDone()).isTrue();
        }
    }

    @Test
    void a_host_without_an_address_is_certainly_nothing_done() throws IOException {
        try (Mdm unreachable = Clients.bare(URI.create("http://mdm.invalid/api"))) {
            MdmException failure =
                    failure(() -> unreachable.area(DeviceCommands.class).wipeDevice(Samples.PHONE));

            assertThat(failure).isInstanceOf(MdmException.Unavailable.class);
            assertThat(failure.certainlyNotDone()).isTrue();
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        server.received().clear();
        server.answers(Script.bytes(("HTTP/1.1 307 Elsewhere\r\nLocation: " + server.url() + "/users\r\n"
                        + "Connection: close\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8)));

        MdmException failure = failure(
                () -> client(Fault.Ends.BY_ITSELF).area(DeviceCommands.class).lockDevice(Samples.PHONE));

        assertThat(failure).isInstanceOf(MdmException.Malformed.class);
        assertThat(server.received()).hasSize(1);
    }

    private static MdmException failure(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(MdmException.class, call));
    }
}
