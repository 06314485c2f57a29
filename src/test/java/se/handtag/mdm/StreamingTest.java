package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.handtag.mdm.ScriptedServer.Script;

/** A fleet is read one device at a time, however large it is. */
class StreamingTest {
    private static final int FLEET = 100_000;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private ScriptedServer server;
    private Mdm mdm;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        mdm = Clients.bare(Clients.settings(server.url(), 1, null, null, null));
    }

    @AfterEach
    void close() throws IOException {
        mdm.close();
        server.close();
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String device(int number) {
        return """
                {"Id":"%s","SerialNumber":"SN%d","UserId":%d,"GroupId":7,"Name":"Åsas telefon","Model":"iPhone 15",\
                "Platform":0,"OsVersion":"18.1","LastContact":"2026-05-04T06:12:30Z","LastInventory":"2026-05-04T06:12:30Z"}
                """.formatted(new UUID(0, number), number, number);
    }

    /** Writes a device only when the one before has been handed over. */
    private Script oneByOne(int fleet, Semaphore wanted, AtomicInteger written) {
        return (_, out, _) -> {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            chunk(out, "[");
            for (int number = 0; number < fleet; number++) {
                wanted.acquire();
                written.incrementAndGet();
                chunk(out, (number == 0 ? "" : ",") + device(number));
            }
            chunk(out, "]");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        };
    }

    @Test
    void a_hundred_thousand_devices_never_stand_in_memory_together() {
        Semaphore wanted = new Semaphore(1);
        AtomicInteger written = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        server.answers(oneByOne(FLEET, wanted, written));

        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            all.forEach(device -> {
                int number = read.getAndIncrement();
                if (written.get() != number + 1 || device.id().value().getLeastSignificantBits() != number) {
                    throw new AssertionError("device " + number + " came when " + written + " were written");
                }
                wanted.release();
            });
        }

        assertThat(read).hasValue(FLEET);
    }

    @Test
    void a_stream_that_is_closed_early_frees_its_connection_and_its_place() {
        server.answers(oneByOne(1_000, new Semaphore(3), new AtomicInteger()));

        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            Iterator<Device> devices = all.iterator();
            assertThat(devices.next().serialNumber()).isEqualTo("SN0");
            assertThat(devices.next().serialNumber()).isEqualTo("SN1");
        }

        server.answers(Script.json("[]"));
        assertThat(mdm.area(Groups.class).all())
                .as("the only place is free again")
                .isEmpty();
    }

    @Test
    void a_stream_holds_its_place_until_it_is_read() {
        server.answers(oneByOne(2, new Semaphore(2), new AtomicInteger()));

        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            assertThatThrownBy(() -> mdm.area(Groups.class).all())
                    .isInstanceOfSatisfying(
                            MdmException.Unavailable.class,
                            busy -> assertThat(busy.heldBack()).isTrue());
            assertThat(all).hasSize(2);
            server.answers(Script.json("[]"));
            assertThat(mdm.area(Groups.class).all()).isEmpty();
        }
    }

    @Test
    void a_stream_that_breaks_ends_in_this_rooms_error_behind_what_was_read() {
        AtomicInteger read = new AtomicInteger();
        server.answers(Script.json("[" + device(0) + "," + device(1) + ",{\"Id\":\"half"));

        assertThatThrownBy(() -> {
                    try (Stream<Device> all = mdm.area(Devices.class).all()) {
                        all.forEach(_ -> read.incrementAndGet());
                    }
                })
                .isInstanceOf(MdmException.Malformed.class);
        assertThat(read).hasValue(2);
        server.answers(Script.json("[]"));
        assertThat(mdm.area(Groups.class).all()).isEmpty();
    }

    @Test
    void what_the_reader_throws_is_not_taken_for_the_mdms() {
        server.answers(Script.json("[" + device(0) + "]"));

        assertThatThrownBy(() -> {
                    try (Stream<Device> all = mdm.area(Devices.class).all()) {
                        all.forEach(_ -> {
                            throw new IllegalStateException("mine");
                        });
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }

    @Test
    void a_large_answer_is_no_limit_for_a_stream() {
        server.answers((_, out, _) -> {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            chunk(out, "[" + device(0));
            for (int number = 1; number < 2_000; number++) {
                chunk(out, "," + device(number));
            }
            chunk(out, "]");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        });

        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            assertThat(all.count()).isEqualTo(2_000);
        }
        assertThatThrownBy(() -> mdm.area(Devices.class).find(new DeviceQuery()))
                .as("the same without a stream")
                .isInstanceOf(MdmException.Malformed.class);
    }
}
