package se.handtag.mdm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

/** The same question by this room's client, which reads the answer, and by the JDK's, which keeps it as a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OneCall {
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
        request = HttpRequest.newBuilder(URI.create(url + "/devices?serialNumber=FP2HFGK7QX"))
                .header("Authorization", "Basic aGFuZHRhZzpoYW5kdGFn")
                .build();
    }

    /** Encoded, guarded, sent, read. */
    @Benchmark
    public List<Device> client() {
        return Objects.requireNonNull(devices).find(new DeviceQuery().serialNumber("FP2HFGK7QX"));
    }

    /** Sent. */
    @Benchmark
    public String bare() throws IOException, InterruptedException {
        return Objects.requireNonNull(bare)
                .send(Objects.requireNonNull(request), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Hangs up. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(mdm).close();
        Objects.requireNonNull(bare).close();
    }
}
