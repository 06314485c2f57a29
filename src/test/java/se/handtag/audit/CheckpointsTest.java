package se.handtag.audit;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.StartRefused;
import se.handtag.audit.Checkpoints.Compared;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.SigningKey;

@PortalTest
class CheckpointsTest {
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
    Sequencer sequencer;

    @Autowired
    GroupCommit groups;

    @Autowired
    LogReader reader;

    @Autowired
    Receipts receipts;

    @Autowired
    Tree tree;

    @Autowired
    Entries entries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final SecureRandom random = new SecureRandom();

    private void append() {
        log.awaitDurable(log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done")));
    }

    /** The same log, with checkpoints and keys of its own, which never reach the database. */
    private Checkpoints elsewhere(@Nullable Long acceptLoss, int mostUncovered) {
        return new Checkpoints(
                own(acceptLoss, mostUncovered, folder.resolve("keys")), tree, store, entries, transaction, clock);
    }

    private AuditSettings own(@Nullable Long acceptLoss, int mostUncovered, Path keys) {
        return new AuditSettings(
                "test",
                keys,
                new AuditSettings.Checkpoints(folder, null, null, null, Duration.ofDays(1), 500, mostUncovered),
                acceptLoss,
                null,
                Map.of());
    }

    private void putOutside(long size, byte[] root) {
        var keys = new LogKeys(folder.resolve("keys"), "test");
        new CheckpointFolder(folder)
                .put(
                        size,
                        new Checkpoint("test", size, root)
                                .sign(keys.signing(random, clock.instant()))
                                .whole());
    }

    @Test
    void a_checkpoint_covers_all_there_is_and_lies_outside() throws IOException {
        append();
        assertThat(checkpoints.make()).isTrue();
        var status = log.checkpoints();
        assertThat(status.covered()).isEqualTo(tree.size());
        assertThat(status.uncovered()).isZero();
        assertThat(status.failing()).isFalse();
        Path place = Objects.requireNonNull(settings.checkpoints().folder());
        String latest = Files.readString(place.resolve("latest"));
        assertThat(Checkpoint.trusted(latest, checkpoints.open()).size()).isEqualTo(tree.size());
        assertThat(place.resolve("checkpoint-" + tree.size())).hasContent(latest);
        append();
        assertThat(log.checkpoints().uncovered()).isPositive();
        assertThat(log.verify(Verification.Progress.NONE))
                .isEqualTo(new Verification.Whole(tree.size(), status.covered()));
    }

    @Test
    void a_log_that_goes_on_from_its_checkpoint_fits() {
        append();
        putOutside(tree.size() - 1, new Proofs(tree).root(tree.size() - 1));
        assertThat(elsewhere(null, 0).compare()).isEqualTo(new Compared.Fits());
    }

    @Test
    void a_database_from_before_its_last_checkpoint_is_refused_unless_the_loss_is_known() {
        long lost = tree.size() + 10;
        putOutside(lost, new byte[32]);
        assertThat(elsewhere(null, 0).compare())
                .isEqualTo(new Compared.Differs(Fault.CUT_OFF, lost, folder.toString()));
        assertThat(elsewhere(lost, 0).compare()).isEqualTo(new Compared.Fits());
        assertThat(elsewhere(lost + 1, 0).compare()).isInstanceOf(Compared.Differs.class);
        assertThatThrownBy(() -> new CheckpointClock(elsewhere(null, 0), sequencer, settings).start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("handtag.audit.accept-loss=" + lost);
    }

    @Test
    void another_log_than_that_of_the_checkpoint_is_refused() {
        append();
        putOutside(tree.size(), new byte[32]);
        assertThat(elsewhere(null, 0).compare())
                .isEqualTo(new Compared.Differs(Fault.NOT_THE_CHECKPOINT, tree.size(), folder.toString()));
        assertThatThrownBy(() -> new CheckpointClock(elsewhere(null, 0), sequencer, settings).start())
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void a_checkpoint_of_a_strange_key_is_refused() {
        new CheckpointFolder(folder)
                .put(
                        1,
                        new Checkpoint("test", 1, new byte[32])
                                .sign(List.of(SigningKey.make("test", random)))
                                .whole());
        assertThat(elsewhere(null, 0).compare())
                .isEqualTo(new Compared.Differs(Fault.FORGED_CHECKPOINT, 0, folder.toString()));
    }

    @Test
    void with_too_many_records_that_no_checkpoint_covers_nothing_is_sent() {
        var overdue = elsewhere(null, -1);
        overdue.compare();
        var strict = new AuditLog(entries, sequencer, reader, tree, overdue, receipts);
        EntryId entry = log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done"));
        assertThatThrownBy(() -> strict.awaitDurable(entry))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Too many");
        log.awaitDurable(entry);
    }

    @Test
    void a_database_that_is_away_once_ends_nothing() {
        var away = new TransactionTemplate() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                throw new CannotCreateTransactionException("no connection");
            }
        };
        var cut = new Checkpoints(own(null, 0, folder.resolve("keys")), tree, store, entries, away, clock);
        assertThat(cut.make()).isFalse();
        assertThat(cut.status().failing()).isTrue();
    }

    @Test
    void a_damaged_key_is_no_checkpoint_and_ends_nothing() throws IOException {
        append();
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys").resolve("1.key"), "nonsense\nnonsense\n");
        assertThat(elsewhere(null, 0).make()).isFalse();
        Files.delete(folder.resolve("keys").resolve("1.key"));
        Files.writeString(folder.resolve("keys").resolve("2.pub"), "");
        assertThat(elsewhere(null, 0).make()).isFalse();
    }

    @Test
    void a_place_that_does_not_answer_hides_no_other() throws IOException {
        Path away = folder.resolve("away");
        Files.createDirectories(away.resolve("latest"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] forged = new Checkpoint("test", 1, new byte[32])
                .sign(List.of(SigningKey.make("test", random)))
                .whole()
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, forged.length);
            exchange.getResponseBody().write(forged);
            exchange.close();
        });
        server.start();
        try {
            var target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var two = new Checkpoints(
                    new AuditSettings(
                            "test",
                            folder.resolve("keys"),
                            new AuditSettings.Checkpoints(away, target, null, null, Duration.ofDays(1), 500, 0),
                            null,
                            null,
                            Map.of()),
                    tree,
                    store,
                    entries,
                    transaction,
                    clock);
            assertThat(two.compare()).isInstanceOf(Compared.Differs.class);
        } finally {
            server.stop(0);
        }
    }

    /** The portal's own keys, and a place of which nothing is known yet: what should be a file there is a folder. */
    private Checkpoints startedInTheDark() throws IOException {
        append();
        assertThat(checkpoints.make()).isTrue();
        Files.createDirectories(place().folder().resolve("latest"));
        var dark = withoutPlace(null);
        assertThatThrownBy(dark::compare).isInstanceOf(UncheckedIOException.class);
        return dark;
    }

    private void answers(CheckpointStore.Kept latest) throws IOException {
        Files.deleteIfExists(place().folder().resolve("latest"));
        place().put(latest.size(), latest.note());
    }

    private CheckpointStore.Kept newest() {
        return store.newest().orElseThrow();
    }

    private AuditLog over(Checkpoints outside) {
        return new AuditLog(entries, sequencer, reader, tree, outside, receipts);
    }

    @Test
    void until_a_place_answered_once_nothing_is_sent_and_all_is_to_be_seen() throws IOException {
        var dark = startedInTheDark();
        var strict = over(dark);
        EntryId entry = log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done"));
        assertThatThrownBy(() -> strict.awaitDurable(entry))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not compared");
        assertThat(strict.isHeldBack()).isTrue();
        assertThat(dark.make()).isFalse();
        assertThat(strict.checkpoints().held()).isEqualTo(HeldBack.NOT_COMPARED);
        assertThat(strict.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1)).isNotEmpty();

        answers(newest());
        assertThat(dark.make()).isTrue();
        assertThat(strict.isHeldBack()).isFalse();
        assertThat(strict.checkpoints().held()).isNull();
        strict.awaitDurable(entry);

        Files.delete(place().folder().resolve("latest"));
        Files.createDirectories(place().folder().resolve("latest"));
        append();
        assertThat(dark.make()).isFalse();
        assertThat(strict.isHeldBack()).as("by a place that was compared").isFalse();
    }

    @Test
    void a_place_that_answers_late_and_shows_another_log_lets_nothing_be_sent() throws IOException {
        var late = startedInTheDark();
        var strict = over(late);
        EntryId entry = log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done"));
        var signing =
                new LogKeys(Objects.requireNonNull(settings.keys()), settings.name()).signing(random, clock.instant());
        String lost = new Checkpoint(settings.name(), tree.size() + 10, new byte[32])
                .sign(signing)
                .whole();
        answers(new CheckpointStore.Kept(tree.size() + 10, clock.instant(), lost));
        assertThat(late.make()).isFalse();
        assertThatThrownBy(() -> strict.awaitDurable(entry))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not go on");
        answers(newest());
        assertThat(late.compare()).isEqualTo(new Compared.Fits());
        strict.awaitDurable(entry);
    }

    @Test
    void a_place_that_answers_late_and_is_empty_shows_nothing_yet() throws IOException {
        var late = startedInTheDark();
        Files.delete(place().folder().resolve("latest"));
        assertThat(late.make()).isFalse();
        assertThat(late.heldBack()).isEqualTo(HeldBack.NOT_COMPARED);
    }

    @Test
    void one_place_that_answers_and_fits_is_enough() {
        append();
        putOutside(1, new Proofs(tree).root(1));
        var nowhere = URI.create("http://127.0.0.1:1/");
        var both = new Checkpoints(
                new AuditSettings(
                        "test",
                        folder.resolve("keys"),
                        new AuditSettings.Checkpoints(folder, nowhere, null, null, Duration.ofDays(1), 500, 1_000_000),
                        null,
                        null,
                        Map.of()),
                tree,
                store,
                entries,
                transaction,
                clock);
        assertThatThrownBy(both::compare).isInstanceOf(UncheckedIOException.class);
        assertThat(both.heldBack()).isNull();
    }

    @Test
    void what_waits_for_a_place_goes_on_by_itself_when_that_answers() throws IOException {
        var dark = startedInTheDark();
        // Not the portal's own writer, which tells its own clock.
        var timed = new CheckpointClock(dark, new Sequencer(groups), own(null, 0, folder.resolve("keys")));
        timed.start();
        try {
            await().until(() -> dark.status().failing());
            assertThat(dark.heldBack()).isEqualTo(HeldBack.NOT_COMPARED);
            answers(newest());
            await().atMost(Duration.ofMinutes(1)).until(() -> dark.heldBack() == null);
        } finally {
            timed.stop();
        }
    }

    @Test
    void a_receipt_waits_for_the_checkpoint_that_another_node_makes() {
        append();
        long number = tree.size();
        var made = new CompletableFuture<CheckpointStore.Kept>();
        transaction.executeWithoutResult(_ -> {
            assertThat(store.lock()).isTrue();
            Thread.startVirtualThread(() -> made.completeAsync(() -> checkpoints.covering(number), Runnable::run));
            await().until(() -> someoneWaitsForTheLock() || made.isDone());
            assertThat(made).isNotDone();
        });
        assertThat(made)
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(kept -> assertThat(kept.size()).isGreaterThanOrEqualTo(number));
    }

    private boolean someoneWaitsForTheLock() {
        return database.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private CheckpointFolder place() {
        return new CheckpointFolder(folder.resolve("empty"));
    }

    /** The portal's own keys, and a place that is empty. */
    private Checkpoints withoutPlace(@Nullable Long accepted) {
        return new Checkpoints(
                new AuditSettings(
                        settings.name(),
                        settings.keys(),
                        new AuditSettings.Checkpoints(
                                place().folder(), null, null, null, Duration.ofDays(1), 500, 1_000_000),
                        null,
                        accepted,
                        Map.of()),
                tree,
                store,
                entries,
                transaction,
                clock);
    }

    @Test
    void a_database_with_checkpoints_and_an_empty_place_is_refused_unless_that_is_known() {
        append();
        assertThat(checkpoints.make()).isTrue();
        long size = store.newest().orElseThrow().size();
        assertThat(withoutPlace(null).compare())
                .isEqualTo(new Compared.Differs(
                        Fault.PLACE_EMPTY, size, folder.resolve("empty").toString()));
        assertThat(withoutPlace(size).compare()).isEqualTo(new Compared.Fits());
        assertThat(withoutPlace(size - 1).compare()).isInstanceOf(Compared.Differs.class);
        assertThatThrownBy(() -> new CheckpointClock(withoutPlace(null), sequencer, settings).start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("handtag.audit.accept-empty-place=" + size);
    }

    @Test
    void a_place_that_is_emptied_gets_no_checkpoint_and_lets_commands_go_on() throws IOException {
        append();
        assertThat(checkpoints.make()).isTrue();
        var emptied = withoutPlace(null);
        answers(newest());
        assertThat(emptied.compare()).isEqualTo(new Compared.Fits());
        Files.delete(place().folder().resolve("latest"));
        append();
        assertThat(emptied.make()).isFalse();
        assertThat(place().latest()).isNull();
        assertThat(emptied.heldBack()).isNull();
    }

    @Test
    void a_check_without_its_places_names_them() throws IOException {
        append();
        Files.createDirectories(folder.resolve("latest"));
        var away = new AuditLog(entries, sequencer, reader, tree, elsewhere(null, 0), receipts);
        new LogKeys(folder.resolve("keys"), "test").make(random, clock.instant());
        for (Path key : publicKeys()) {
            Files.copy(key, folder.resolve("keys").resolve(key.getFileName()), REPLACE_EXISTING);
        }
        assertThat(away.verify(Verification.Progress.NONE))
                .isInstanceOfSatisfying(
                        Verification.Whole.class,
                        whole -> assertThat(whole.away()).containsExactly(folder.toString()));
    }

    private List<Path> publicKeys() throws IOException {
        try (var files = Files.list(Objects.requireNonNull(settings.keys()))) {
            return files.filter(file -> file.toString().endsWith(".pub")).toList();
        }
    }

    @Test
    void what_was_not_covered_before_a_start_counts_after_it() {
        append();
        assertThat(elsewhere(null, 0).overdue()).isTrue();
    }

    @Test
    void a_node_with_keys_of_its_own_is_told_what_to_do() {
        append();
        assertThat(checkpoints.make()).isTrue();
        new LogKeys(folder.resolve("keys"), "test").make(random, clock.instant());
        assertThatThrownBy(() -> new CheckpointClock(elsewhere(null, 0), sequencer, settings).start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("handtag.audit.keys")
                .hasMessageContaining("node");
    }

    @Test
    void a_new_key_signs_beside_the_old_one_until_that_is_taken_away() throws IOException {
        Path place = Objects.requireNonNull(settings.keys());
        var keys = new LogKeys(place, settings.name());
        var old = keys.signing(random, clock.instant());
        append();
        checkpoints.make();
        var fresh = keys.make(random, clock.instant());
        append();
        assertThat(checkpoints.make()).isTrue();
        var note = checkpoints.covering(1).note();
        for (var key : old) {
            assertThat(Checkpoint.trusted(note, List.of(key.open()))).isNotNull();
        }
        assertThat(Checkpoint.trusted(note, List.of(fresh.open()))).isNotNull();
        try (var files = Files.list(place)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".key")).toList()) {
                if (!Files.readString(file).contains(fresh.open().text())) {
                    Files.delete(file);
                }
            }
        }
        append();
        assertThat(checkpoints.make()).isTrue();
        assertThat(checkpoints.covering(tree.size()).note())
                .doesNotContain("\u2014 " + settings.name() + " "
                        + note.lines().toList().getLast().split(" ")[2]);
        assertThat(log.verify(Verification.Progress.NONE)).isInstanceOf(Verification.Whole.class);
        assertThat(log.find(new AuditQuery(null, null, AuditKind.LOG, null, null, null), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(record -> assertThat(record.outcome()).isEqualTo("keys changed"));
    }

    @Test
    void checkpoints_go_to_an_address_that_takes_them() throws IOException {
        Map<String, String> kept = new ConcurrentHashMap<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean let = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (let && exchange.getRequestMethod().equals("PUT")) {
                kept.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            byte[] body = kept.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    !let ? 403 : kept.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bucket");
            var target = new CheckpointTarget(address, "Bearer t", null);
            assertThat(target.latest()).isNull();
            target.put(3, "note\n");
            assertThat(target.latest()).isEqualTo("note\n");
            assertThat(kept).containsOnlyKeys("/bucket/latest", "/bucket/checkpoint-3");
            assertThatThrownBy(() -> new CheckpointTarget(address, null, null).put(4, "x"))
                    .isInstanceOf(UncheckedIOException.class);
        } finally {
            server.stop(0);
        }
    }
}
