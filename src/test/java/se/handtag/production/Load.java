package se.handtag.production;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A few who ask one thing after the other until they are told to stop: pages and forms in turns, of both nodes in turns. Each
 * request has a number of its own and comes on a connection of its own, as from somebody new.
 */
final class Load implements AutoCloseable {
    private static final int PEOPLE = 3;
    private static final int PAUSE_MILLIS = 250;
    private static final int TAKEN_AND_REFUSED = 403;

    private final String address;
    private final SSLContext tls;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<Integer> forms = new ConcurrentSkipListSet<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    private Load(String address, SSLContext tls) {
        this.address = address;
        this.tls = tls;
    }

    static Load on(String address, SSLContext tls) {
        var load = new Load(address, tls);
        for (int i = 0; i < PEOPLE; i++) {
            load.people.scheduleWithFixedDelay(load::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return load;
    }

    private void ask() {
        int mine = number.incrementAndGet();
        boolean form = mine % 2 == 0;
        var request = HttpRequest.newBuilder(URI.create(address + "/sign-in-failed?n=" + mine))
                .header("Cookie", "handtag_node=" + (mine % 4 < 2 ? "a" : "b"));
        if (form) {
            forms.add(mine);
            // Without its token no form is taken: the portal answers that, a proxy without a node something else.
            request.POST(BodyPublishers.ofString("a=b")).header("Content-Type", "application/x-www-form-urlencoded");
        }
        try (var http = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status != (form ? TAKEN_AND_REFUSED : 200)) {
                lost.add("%d: %s %d".formatted(mine, form ? "POST" : "GET", status));
            }
        } catch (IOException broken) {
            lost.add("%d: %s %s".formatted(mine, form ? "POST" : "GET", broken));
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

    /** Ends when everything that was asked is answered. @return what was not as it should be */
    List<String> end() {
        people.close();
        return lost;
    }

    /** The numbers of the forms that were sent. */
    Set<Integer> forms() {
        return forms;
    }

    int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        people.close();
    }
}
