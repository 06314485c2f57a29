package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.audit.proof.Checkpoint;

/** A node none of whose places of checkpoints has answered since its start: what it keeps others from meanwhile. */
@PortalTest
class HeldLogTest {
    @TempDir
    Path folder;

    @Autowired
    AuditLog log;

    @Autowired
    AuditSettings settings;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CheckpointStore store;

    @Autowired
    Tree tree;

    @Autowired
    Entries entries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final AtomicInteger begun = new AtomicInteger();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach
    void listen() {
        events.start();
        ((Logger) LoggerFactory.getLogger(Comparison.class)).addAppender(events);
        log.awaitDurable(log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done")));
        assertThat(checkpoints.make()).isTrue();
    }

    @AfterEach
    void leave() {
        ((Logger) LoggerFactory.getLogger(Comparison.class)).detachAppender(events);
    }

    private Checkpoints at(@Nullable Path place, @Nullable URI target) {
        var counted = new TransactionTemplate(transactions) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                begun.incrementAndGet();
                return super.execute(action);
            }
        };
        return new Checkpoints(
                new AuditSettings(
                        settings.name(),
                        settings.keys(),
                        new AuditSettings.Checkpoints(place, target, null, null, Duration.ofDays(1), 500, 1_000_000),
                        null,
                        null,
                        Map.of()),
                tree,
                store,
                entries,
                counted,
                clock);
    }

    @Test
    void a_place_that_hangs_keeps_nobody_waiting_and_holds_no_connection() throws Exception {
        var asked = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] note = store.newest().orElseThrow().note().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            asked.countDown();
            awaited(mayAnswer);
            exchange.sendResponseHeaders(200, note.length);
            exchange.getResponseBody().write(note);
            exchange.close();
        });
        server.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = at(
                    null, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            var made = CompletableFuture.supplyAsync(held::make, threads);
            asked.await();
            assertThatThrownBy(() -> held.covering(tree.size() + 1)).isInstanceOf(NoCheckpoint.class);
            assertThat(held.covering(1).note()).isNotEmpty();
            assertThat(made).as("the place still hangs").isNotDone();
            assertThat(begun).hasValue(0);
            mayAnswer.countDown();
            assertThat(made).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(true);
            assertThat(held.heldBack()).isNull();
            assertThat(begun).hasValue(1);
        } finally {
            mayAnswer.countDown();
            server.stop(0);
        }
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Test
    void another_log_is_told_of_once_until_something_changes() {
        var place = new CheckpointFolder(folder);
        var another = at(folder, null);
        putOfAnother(place, tree.size() + 10);
        for (int i = 0; i < 3; i++) {
            assertThat(another.make()).isFalse();
        }
        assertThat(errors()).singleElement().asString().contains("CUT_OFF", tree.size() + 10 + " records");
        assertThat(another.heldBack()).isEqualTo(HeldBack.ANOTHER_LOG);

        putOfAnother(place, tree.size() + 20);
        assertThat(another.make()).isFalse();
        assertThat(errors()).hasSize(2);

        place.put(1, store.newest().orElseThrow().note());
        assertThat(another.make()).isTrue();
        assertThat(another.heldBack()).isNull();
        putOfAnother(place, tree.size() + 20);
        assertThat(another.make()).isFalse();
        assertThat(errors()).as("after it had fitted").hasSize(3);
    }

    private List<String> errors() {
        return events.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void putOfAnother(CheckpointFolder place, long size) {
        var keys = new LogKeys(Objects.requireNonNull(settings.keys()), settings.name());
        place.put(
                size,
                new Checkpoint(settings.name(), size, new byte[32])
                        .sign(keys.signing(new SecureRandom(), clock.instant()))
                        .whole());
    }
}
