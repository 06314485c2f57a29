package se.handtag.production;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A few who ask one thing after the other, pages and forms in turns, until they are told to stop. */
final class Load implements AutoCloseable {
    private static final int PEOPLE = 3;
    private static final int PAUSE = 50;

    /** Each request comes as somebody new, so that both nodes are asked. */
    private final HttpClient http;

    private final String address;
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    private Load(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    static Load on(String address) {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, null);
            var load = new Load(HttpClient.newBuilder().sslContext(tls).build(), address);
            for (int i = 0; i < PEOPLE; i++) {
                load.people.scheduleWithFixedDelay(load::ask, 0, PAUSE, TimeUnit.MILLISECONDS);
            }
            return load;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void ask() {
        boolean form = asked.incrementAndGet() % 2 == 0;
        var request = HttpRequest.newBuilder(URI.create(address + "/sign-in-failed"));
        if (form) {
            // Without its token no form is taken: the portal answers 403, a proxy without a node something else.
            request.POST(BodyPublishers.ofString("a=b")).header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            statuses.add(status);
            if (status >= 500) {
                failures.add((form ? "POST " : "GET ") + status);
            }
        } catch (IOException broken) {
            failures.add(broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        answered.incrementAndGet();
    }

    /** Waits until that many more were answered. */
    void untilMore(int answers) {
        int from = answered.get();
        await().atMost(Duration.ofMinutes(2)).until(() -> answered.get() >= from + answers);
    }

    List<String> failures() {
        return failures;
    }

    Set<Integer> statuses() {
        return statuses;
    }

    @Override
    public void close() {
        people.close();
        http.close();
    }

    /** The certificate is the test's own. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
