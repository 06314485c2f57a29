package se.handtag.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** Questions to a stand-in for the MDM, by a caller that costs as little as one can: a socket that is kept open. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(4)
public class StandIn {
    static final List<String> QUESTIONS = List.of(
            "/groups",
            "/apps",
            "/users?email=anna.akesson%40fjallrav.se",
            "/devices?serialNumber=FP2HFGK7QX",
            "/devices/19eefc94-c6ca-4215-9ac4-c366a4136e1a",
            "/devicetags?deviceId=19eefc94-c6ca-4215-9ac4-c366a4136e1a");

    /** Where the stand-in is. */
    @Param("")
    public String url = "";

    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private int next;

    /** Connects. */
    @Setup
    public void connect() throws IOException {
        URI address = URI.create(url);
        Socket connected = new Socket(address.getHost(), address.getPort());
        connected.setTcpNoDelay(true);
        socket = connected;
        in = new BufferedInputStream(connected.getInputStream(), 65_536);
        out = connected.getOutputStream();
    }

    /** Asks one question and reads the answer to its last byte. */
    @Benchmark
    public int ask() throws IOException {
        String question = QUESTIONS.get(next++ % QUESTIONS.size());
        Objects.requireNonNull(out)
                .write(("GET /api" + question + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Basic aGFuZHRhZzpoYW5kdGFn\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream answer = Objects.requireNonNull(in);
        String status = line(answer);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(question + " answered " + status);
        }
        int length = -1;
        for (String header = line(answer); !header.isEmpty(); header = line(answer)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -2;
            }
        }
        return length == -2 ? chunks(answer) : whole(answer, length);
    }

    private static int whole(InputStream answer, int length) throws IOException {
        answer.skipNBytes(length);
        return length;
    }

    private static int chunks(InputStream answer) throws IOException {
        int all = 0;
        int size = Integer.parseInt(line(answer), 16);
        while (size > 0) {
            answer.skipNBytes(size);
            line(answer);
            all += size;
            size = Integer.parseInt(line(answer), 16);
        }
        line(answer);
        return all;
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next != '\n'; next = answer.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Hangs up. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(socket).close();
    }
}
