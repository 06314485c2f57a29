package se.handtag.mdm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** All devices read one at a time, and the bare GET of the same bytes, which looks at none of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WholeFleet {
    /** Less than the answer itself takes. */
    public static final String HEAP = "24m";

    /** Where the MDM is. */
    @Param("")
    public String url = "";

    private @Nullable Mdm mdm;
    private @Nullable Devices devices;
    private @Nullable HttpClient bare;
    private @Nullable HttpRequest request;

    /** Prepares both. */
    @Setup
    public void open() {
        mdm = new Mdm(MdmSettings.of(URI.create(url), "handtag", "handtag"));
        devices = mdm.area(Devices.class);
        bare = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        request = HttpRequest.newBuilder(URI.create(url + "/devices"))
                .header("Authorization", "Basic aGFuZHRhZzpoYW5kdGFn")
                .build();
    }

    /** Every device made, one in a thousand or so of interest. */
    @Benchmark
    public long stream() {
        try (Stream<Device> all = Objects.requireNonNull(devices).all()) {
            return all.filter(device -> device.userId() != null
                            && device.userId().value() % 1_000 == 7)
                    .count();
        }
    }

    /** Every byte received. */
    @Benchmark
    public long bare() throws IOException, InterruptedException {
        try (InputStream body = Objects.requireNonNull(bare)
                .send(Objects.requireNonNull(request), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Hangs up. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(mdm).close();
        Objects.requireNonNull(bare).close();
    }
}
