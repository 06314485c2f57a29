package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.audit.proof.Checked;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.ExportLine;
import se.handtag.audit.proof.FileCheck;
import se.handtag.audit.proof.Receipt;
import se.handtag.audit.proof.TreeHash;
import se.handtag.identity.Actor;
import se.handtag.identity.SamplePeople;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the log, checked by those who know nothing but its public key. */
@PortalTest
class ReceiptsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Autowired
    AuditLog log;

    @Autowired
    Receipts receipts;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Erasure erasure;

    @Autowired
    NamedPeople named;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    private AuditRecord newest(String username) {
        return receipts.concerning(people.person(username).id(), null, Long.MAX_VALUE, 1)
                .getFirst();
    }

    private AuditRecord looked() {
        Actor sara = people.actor("sara");
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(sara)
                .onBehalfOf(people.person("anna").id(), "Anna \u00c5kesson")
                .device(UUID.randomUUID(), "iPhone \u2026K7QX")
                .outcome("shown"));
        return newest("sara");
    }

    private Checked check(String file) throws IOException {
        return new FileCheck(checkpoints.open()).check(new BufferedReader(new StringReader(file)), _ -> {});
    }

    private String receipt(long number) {
        return receipts.of(number).orElseThrow();
    }

    @Test
    void whoever_did_or_suffered_it_has_a_receipt_and_nobody_else() throws IOException {
        var record = looked();
        assertThat(newest("anna").number()).isEqualTo(record.number());
        for (String username : new String[] {"sara", "anna"}) {
            String receipt = receipts.of(people.person(username).id(), null, record.number())
                    .orElseThrow();
            assertThat(check(receipt)).isInstanceOf(Checked.Proved.class);
            assertThat(receipt).contains("Sara Nyström", "K7QX");
        }
        assertThat(receipts.of(people.person("bo").id(), null, record.number())).isEmpty();
        assertThat(receipts.of(people.person("bo").id(), "user/1", record.number()))
                .isEmpty();
        assertThat(receipts.of(people.person("sara").id(), null, record.number() + 1))
                .isEmpty();
        assertThat(receipts.of(Long.MAX_VALUE - 1)).isEmpty();
    }

    @Test
    void a_user_of_the_mdm_has_the_receipts_of_what_was_done_to_them() {
        String user = "user/" + UUID.randomUUID();
        log.appendAlone(
                AuditEntry.of(AuditKind.DECISION).by(people.actor("sara")).onBehalfOf(user, "Anna"));
        assertThat(receipts.concerning(people.person("anna").id(), user, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(record -> assertThat(record.owner()).isEqualTo(user));
    }

    @Test
    void a_verifier_that_others_wrote_agrees() {
        var record = looked();
        var receipt = JSON.readValue(receipt(record.number()), Receipt.class);
        var checkpoint = Checkpoint.trusted(receipt.checkpoint(), checkpoints.open());
        byte[] leaf = new TreeHash().leaf(receipt.record().getBytes(StandardCharsets.UTF_8));
        List<byte[]> proof =
                receipt.proof().stream().map(Base64.getDecoder()::decode).toList();
        assertThatCode(() -> InclusionProofVerifier.verify(
                        leaf, receipt.number() - 1, checkpoint.size(), proof, checkpoint.root()))
                .doesNotThrowAnyException();
        byte[] other = leaf.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> InclusionProofVerifier.verify(
                        other, receipt.number() - 1, checkpoint.size(), proof, checkpoint.root()))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void an_older_receipt_stays_good_when_names_are_erased_and_the_log_grows() throws IOException {
        var record = looked();
        String before = receipt(record.number());
        Actor maja = people.actor("maja");
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(maja).fact("text", "something"));
        var mine = newest("maja");
        assertThat(mine.actor()).isEqualTo(maja.person().name());
        String receipt = receipt(mine.number());
        assertThat(erasure.erase(named.find("Maja Lindqvist").getFirst()).texts())
                .isPositive();
        assertThat(receipts.concerning(maja.person().id(), null, Long.MAX_VALUE, 1))
                .isEmpty();
        assertThat(check(receipt)).isInstanceOf(Checked.Proved.class);
        assertThat(check(before)).isInstanceOf(Checked.Proved.class);
        assertThat(receipt(mine.number())).doesNotContain(maja.person().name(), "something");
        assertThat(check(receipt(mine.number()))).isInstanceOf(Checked.Proved.class);
        assertThat(log.verify(Verification.Progress.NONE)).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void an_export_for_a_time_is_complete_and_says_so() throws IOException {
        looked();
        var from = clock.instant();
        looked();
        looked();
        clock.pass(Duration.ofMillis(1));
        List<String> lines = new ArrayList<>();
        log.export(new AuditQuery(from, null, null, null, null, null)).to(lines::add);
        assertThat(check(String.join("\n", lines)))
                .isInstanceOfSatisfying(
                        Checked.Proved.class,
                        proved -> assertThat(proved.records()).isGreaterThanOrEqualTo(2));
        lines.remove(1);
        assertThat(check(String.join("\n", lines))).isInstanceOf(Checked.Bad.class);
        List<String> all = new ArrayList<>();
        log.export(AuditQuery.EVERYTHING).to(all::add);
        assertThat(check(String.join("\n", all))).isInstanceOf(Checked.Proved.class);
    }

    @Test
    void a_record_of_an_export_that_is_made_up_along_with_its_hash_is_named() throws IOException {
        for (int i = 0; i < 9; i++) {
            looked();
        }
        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.EVERYTHING).to(lines::add);
        for (int at : new int[] {1, 2, lines.size() / 2, lines.size() - 2, lines.size() - 1}) {
            var line = JSON.readValue(lines.get(at), ExportLine.class);
            String record = line.record().replaceFirst("\"at\":\"20", "\"at\":\"19");
            assertThat(record).isNotEqualTo(line.record());
            String hash = HexFormat.of().formatHex(new TreeHash().leaf(record.getBytes(StandardCharsets.UTF_8)));
            var forged = new ArrayList<>(lines);
            forged.set(
                    at,
                    JSON.writeValueAsString(new ExportLine(line.number(), record, hash, line.beside(), line.proof())));
            assertThat(check(String.join("\n", forged)))
                    .isEqualTo(new Checked.Bad(line.number(), Checked.Flaw.OTHER_RECORD));
        }
    }

    private record Said(int code, String out, String errors) {}

    private static Said audit(String... arguments) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int code = new AuditCommands(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(Arrays.asList(arguments));
        return new Said(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    /** With all keys there were: an export also shows an earlier checkpoint. */
    private Said verified(Path file) {
        var arguments = new ArrayList<>(List.of("verify", file.toString()));
        checkpoints.open().forEach(key -> arguments.addAll(List.of("--key", key.text())));
        return audit(arguments.toArray(String[]::new));
    }

    @Test
    void the_command_says_that_a_file_calls_itself_older() throws IOException {
        looked();
        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.EVERYTHING).to(lines::add);
        String head = lines.getFirst();
        lines.set(0, head.replace("handtag-export/2", "handtag-export/1"));
        Path file = Files.write(folder.resolve("older.jsonl"), lines);
        assertThat(verified(file).out()).contains("are proved.", "The file says that it is of an older form.");
        lines.set(0, head.replaceAll(",\"within\":\\[[^]]*]", ""));
        Files.write(file, lines);
        assertThat(verified(file).errors()).contains("the first line of the file does not hold");
    }

    @Test
    void the_command_checks_receipts_and_exports() throws IOException {
        var record = looked();
        String key = checkpoints.open().getFirst().text();
        Path receipt = Files.writeString(folder.resolve("receipt.json"), receipt(record.number()));
        var proved = audit("verify", receipt.toString(), "--key", key);
        assertThat(proved.out()).startsWith("The record is proved.");
        assertThat(proved.code()).isZero();
        Path keyFile = Files.writeString(folder.resolve("log.pub"), key + "\n");
        assertThat(audit("verify", receipt.toString(), "--key", keyFile.toString())
                        .code())
                .isZero();

        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.EVERYTHING).to(lines::add);
        // Longer than a file needs to be for a bar, and bad at its end.
        lines.replaceAll(line -> line + " ".repeat(1_500_000 / lines.size()));
        Path good = Files.write(folder.resolve("good.jsonl"), lines);
        assertThat(verified(good).errors())
                .as("the whole bar, on a line of its own")
                .endsWith("#] 100 %" + System.lineSeparator());
        lines.add(lines.getLast());
        Path export = Files.write(folder.resolve("export.jsonl"), lines);
        var bad = verified(export);
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.errors()).contains("[#", " %" + System.lineSeparator() + "Not proved: record");
    }

    @Test
    void the_command_names_the_record_where_a_letter_was_damaged() throws IOException {
        looked();
        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.EVERYTHING).to(lines::add);
        Path file = Files.write(folder.resolve("damaged.jsonl"), lines);
        byte[] bytes = Files.readAllBytes(file);
        String last = lines.getLast();
        long number = JSON.readValue(last, ExportLine.class).number();
        // No letter of UTF-8 begins with it.
        bytes[bytes.length - last.length() / 2] = (byte) 0xFF;
        Files.write(file, bytes);
        var damaged = verified(file);
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.errors()).contains("record " + number);
    }

    @Test
    void the_command_says_how_it_is_called() throws IOException {
        assertThat(audit().errors()).contains("audit verify <file> --key");
        assertThat(audit().code()).isEqualTo(2);
        assertThat(audit(
                                "verify",
                                "nowhere.json",
                                "--key",
                                checkpoints.open().getFirst().text())
                        .errors())
                .contains("cannot be read");
        Path file = Files.writeString(folder.resolve("x"), "{}");
        assertThat(audit("verify", file.toString(), "--key", "a+b+c").errors()).contains("not a public key");
        assertThat(audit("verify", file.toString(), "--lock", "a").code()).isEqualTo(2);
        var made = audit("new-key", folder.resolve("keys").toString(), "log.example.com");
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("log.example.com+");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).hasSize(2);
        }
    }
}
