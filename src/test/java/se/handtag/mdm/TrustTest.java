package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates pass for the MDM's. The server's names 127.0.0.1 and is signed by nobody but itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private ScriptedServer server;
    private Certificate certificate;
    private Path pem;
    private URI url;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore keys = keys(folder);
        certificate = keys.getCertificate("mdm");
        pem = Files.createTempFile("authority", ".pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        server = new ScriptedServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        url = URI.create("https://127.0.0.1:" + server.port() + "/api");
    }

    @AfterAll
    void close() throws IOException {
        server.close();
        Files.deleteIfExists(pem);
    }

    private static KeyStore keys(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mdm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mdm.fjallrav.se",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        return keys;
    }

    private String pin() throws GeneralSecurityException {
        return HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private MdmProbe.Finding probe(URI address, @Nullable Path authority, @Nullable String pin) throws IOException {
        try (Mdm mdm = Clients.bare(Clients.settings(address, 2, authority, pin, null))) {
            return new CallingProbe(mdm.area(Groups.class)).probe();
        }
    }

    @Test
    void an_own_authority_is_trusted() throws IOException {
        assertThat(probe(url, pem, null).kind()).isEqualTo(MdmProbe.Kind.GOOD);
    }

    @Test
    void an_own_authority_does_not_excuse_another_host_name() throws IOException {
        URI other = URI.create("https://localhost:" + server.port() + "/api");
        assertThat(probe(other, pem, null).kind()).isEqualTo(MdmProbe.Kind.NOT_TRUSTED);
    }

    @Test
    void a_pinned_certificate_is_trusted_whatever_name_is_in_it() throws IOException, GeneralSecurityException {
        URI other = URI.create("https://localhost:" + server.port() + "/api");
        assertThat(probe(url, null, pin()).kind()).isEqualTo(MdmProbe.Kind.GOOD);
        assertThat(probe(other, null, pin().toUpperCase(Locale.ROOT)).kind()).isEqualTo(MdmProbe.Kind.GOOD);
    }

    @Test
    void another_certificate_than_the_pinned_is_not_trusted() throws IOException, GeneralSecurityException {
        String wrong = pin().substring(0, 93) + (pin().endsWith("00") ? "01" : "00");
        assertThat(probe(url, null, wrong).kind()).isEqualTo(MdmProbe.Kind.NOT_TRUSTED);
    }

    @Test
    void the_systems_authorities_do_not_know_it_and_nothing_is_sent() throws IOException {
        int before = server.received().size();
        try (Mdm mdm = Clients.bare(url)) {
            assertThatThrownBy(() -> mdm.area(DeviceCommands.class).wipeDevice(Samples.PHONE))
                    .isInstanceOfSatisfying(
                            MdmException.Unavailable.class,
                            failure -> assertThat(failure.certainlyNotDone()).isTrue());
        }
        assertThat(server.received()).hasSize(before);
    }

    @Test
    void nothing_older_than_tls_1_2_is_offered() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Integer>> offered = threads.submit(() -> {
                try (Socket client = listening.accept()) {
                    return versions(new DataInputStream(client.getInputStream()));
                }
            });
            probe(URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/api"), pem, null);
            assertThat(offered.get()).containsExactlyInAnyOrder(0x0304, 0x0303);
        }
    }

    /** What a client says first: the extension supported_versions of a ClientHello (RFC 8446, section 4.2.1). */
    private static List<Integer> versions(DataInputStream hello) throws IOException {
        hello.skipNBytes(5 + 4 + 2 + 32);
        hello.skipNBytes(hello.readUnsignedByte());
        hello.skipNBytes(hello.readUnsignedShort());
        hello.skipNBytes(hello.readUnsignedByte());
        hello.skipNBytes(2);
        while (hello.readUnsignedShort() != 43) {
            hello.skipNBytes(hello.readUnsignedShort());
        }
        hello.skipNBytes(2);
        List<Integer> versions = new ArrayList<>();
        for (int left = hello.readUnsignedByte(); left > 0; left -= 2) {
            versions.add(hello.readUnsignedShort());
        }
        return versions;
    }

    @Test
    void an_authority_that_is_no_file_is_told_at_once() {
        assertThatThrownBy(() -> Clients.bare(Clients.settings(url, 2, Path.of("finns-inte.pem"), null, null)))
                .hasMessageContaining("handtag.mdm.certificate-authority");
    }

    /** Answers CONNECT and from then on carries bytes both ways, as a proxy does. */
    private void lettingThrough(ScriptedServer.Received request, OutputStream out, Socket connection)
            throws IOException, InterruptedException {
        try (Socket mdm = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread back = Thread.ofVirtual().start(() -> {
                try {
                    mdm.getInputStream().transferTo(out);
                } catch (IOException hungUp) {
                    // as the other side
                }
            });
            connection.getInputStream().transferTo(mdm.getOutputStream());
            mdm.shutdownOutput();
            back.join();
        }
    }

    private Mdm through(ScriptedServer proxy) {
        return Clients.bare(Clients.settings(url, 2, pem, null, URI.create("http://127.0.0.1:" + proxy.port())));
    }

    @Test
    void through_a_proxy_the_login_is_for_the_mdm_alone() throws IOException {
        try (ScriptedServer proxy = new ScriptedServer().answers(this::lettingThrough);
                Mdm mdm = through(proxy)) {
            server.received().clear();
            assertThat(mdm.area(Groups.class).all()).isEmpty();

            assertThat(proxy.received()).hasSize(1);
            assertThat(proxy.last().line()).isEqualTo("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1");
            assertThat(proxy.last().header("Authorization")).isNull();
            assertThat(server.last().line()).isEqualTo("GET /api/groups HTTP/1.1");
            assertThat(server.last().header("Authorization")).startsWith("Basic ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502, 503, 504})
    void a_proxy_that_does_not_let_through_is_certainly_nothing_done(int status) throws IOException {
        try (ScriptedServer proxy =
                        new ScriptedServer().answers(ScriptedServer.Script.status(status, "text/plain", ""));
                Mdm mdm = through(proxy)) {
            server.received().clear();

            assertThatThrownBy(() -> mdm.area(DeviceCommands.class).wipeDevice(Samples.PHONE))
                    .isInstanceOfSatisfying(
                            MdmException.class,
                            failure -> assertThat(failure.certainlyNotDone()).isTrue());
            assertThat(server.received()).isEmpty();
        }
    }
}
