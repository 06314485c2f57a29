package se.handtag.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.handtag.audit.proof.Checked.Bad;
import se.handtag.audit.proof.Checked.Flaw;
import se.handtag.audit.proof.Checked.Proved;
import tools.jackson.databind.json.JsonMapper;

class FileCheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SampleLog LOG = new SampleLog(40);

    private static Checked check(List<String> lines, LogKey... keys) {
        try {
            return new FileCheck(List.of(keys))
                    .check(new BufferedReader(new StringReader(String.join("\n", lines))), _ -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Checked check(List<String> lines) {
        return check(lines, LOG.key());
    }

    private static List<String> export(int first, int last, boolean complete) {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.writeValueAsString(LOG.head(first, last, complete, 7)));
        for (int number = first; number <= last; number++) {
            lines.add(JSON.writeValueAsString(LOG.line(number, complete)));
        }
        return lines;
    }

    private static List<String> receipt(Receipt receipt) {
        return List.of(JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(receipt)
                .split("\n"));
    }

    @Test
    void every_record_has_a_receipt_that_proves_it() {
        for (int number = 1; number <= LOG.size(); number++) {
            assertThat(check(receipt(LOG.receipt(number)))).isEqualTo(new Proved(1, "sample", LOG.size()));
        }
    }

    @Test
    void a_receipt_with_anything_changed_proves_nothing() {
        var r = LOG.receipt(17);
        assertThat(check(
                        receipt(r),
                        SigningKey.make("sample", new SecureRandom()).open()))
                .isEqualTo(new Bad(0, Flaw.UNSIGNED));
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt(
                                r.format(), 17, r.record().replace("17", "18"), r.beside(), r.proof(), r.checkpoint())))
                .isEqualTo(new Bad(17, Flaw.NOT_IN_LOG));
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt(r.format(), 18, r.record(), r.beside(), r.proof(), r.checkpoint())))
                .isEqualTo(new Bad(18, Flaw.NOT_IN_LOG));
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt(
                                r.format(),
                                17,
                                r.record(),
                                Map.of("actor", new Beside(SampleLog.NAME.salt(), "Bo Lind")),
                                r.proof(),
                                r.checkpoint())))
                .isEqualTo(new Bad(17, Flaw.OTHER_NAMES));
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt(
                                r.format(),
                                17,
                                r.record(),
                                Map.of("device", SampleLog.NAME),
                                r.proof(),
                                r.checkpoint())))
                .isEqualTo(new Bad(17, Flaw.OTHER_NAMES));
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt("other/1", 17, r.record(), r.beside(), r.proof(), r.checkpoint())))
                .isEqualTo(new Bad(0, Flaw.UNREADABLE));
    }

    @Test
    void each_character_of_a_receipt_counts() {
        String text = String.join("\n", receipt(LOG.receipt(17)));
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            // A change of spaces between the parts changes nothing that is proved.
            if (!Character.isWhitespace(text.charAt(i))) {
                assertThat(check(List.of(changed.split("\n")))).as(changed).isInstanceOf(Bad.class);
            }
        }
    }

    @Test
    void an_erased_name_leaves_the_receipt_good() {
        var r = LOG.receipt(17);
        assertThat(new FileCheck(List.of(LOG.key()))
                        .receipt(new Receipt(r.format(), 17, r.record(), Map.of(), r.proof(), r.checkpoint())))
                .isInstanceOf(Proved.class);
    }

    @Test
    void every_run_of_records_is_proved_by_its_export() {
        for (int first = 1; first <= LOG.size(); first += 3) {
            for (int last = first - 1; last <= LOG.size(); last += 5) {
                long records = last - first + 1L;
                assertThat(check(export(first, last, true))).isEqualTo(new Proved(records, "sample", LOG.size()));
                assertThat(check(export(first, last, false))).isEqualTo(new Proved(records, "sample", LOG.size()));
            }
        }
    }

    @Test
    void the_first_bad_record_of_an_export_is_named() {
        for (boolean complete : new boolean[] {true, false}) {
            var changed = export(5, 20, complete);
            changed.set(8, changed.get(8).replace("\\\"12\\\"", "\\\"13\\\""));
            changed.set(9, "");
            assertThat(check(changed)).isEqualTo(new Bad(12, Flaw.CHANGED));

            var damaged = export(5, 20, complete);
            damaged.set(9, "{");
            assertThat(check(damaged)).isEqualTo(new Bad(13, Flaw.CHANGED));

            var renamed = export(5, 20, complete);
            renamed.set(9, renamed.get(9).replace("Anna", "Anni"));
            assertThat(check(renamed)).isEqualTo(new Bad(13, Flaw.OTHER_NAMES));

            var strange = export(5, 20, complete);
            strange.add(JSON.writeValueAsString(LOG.line(21, complete)));
            assertThat(check(strange)).isEqualTo(new Bad(21, Flaw.NOT_IN_LOG));
        }
    }

    @Test
    void an_export_that_lacks_a_record_says_which() {
        for (int line = 1; line <= 16; line++) {
            var lacking = export(5, 20, true);
            lacking.remove(line);
            assertThat(check(lacking)).isEqualTo(new Bad(4 + line, Flaw.MISSING));
        }
    }

    @Test
    void a_filtered_export_that_lacks_a_record_does_not_hold_what_it_says() {
        for (int line = 1; line <= 16; line++) {
            var lacking = export(5, 20, false);
            lacking.remove(line);
            assertThat(check(lacking)).isEqualTo(new Bad(0, Flaw.CUT));
        }
    }

    @Test
    void an_export_that_ends_within_a_line_was_cut() {
        for (boolean complete : new boolean[] {true, false}) {
            for (int line = 1; line <= 16; line++) {
                var cut = export(5, 20, complete).subList(0, line + 1);
                String half = cut.getLast().substring(0, cut.getLast().length() / 2);
                cut.set(line, half);
                assertThat(check(cut)).as("in line %d", line).isEqualTo(new Bad(0, Flaw.CUT));
            }
        }
    }

    @Test
    void an_export_of_before_says_no_count_and_is_read_as_far_as_its_last_record() {
        for (boolean complete : new boolean[] {true, false}) {
            var older = export(5, 20, complete);
            older.set(0, older.getFirst().replace("\"records\":16,", ""));
            assertThat(older.getFirst()).doesNotContain("records");
            assertThat(check(older)).isEqualTo(new Proved(16, "sample", LOG.size()));
            older.removeLast();
            assertThat(check(older)).isEqualTo(complete ? new Bad(20, Flaw.MISSING) : new Bad(0, Flaw.CUT));
        }
    }

    @Test
    void a_proof_that_is_none_is_told_with_its_record() {
        var damaged = export(5, 20, false);
        var line = LOG.line(12, false);
        damaged.set(
                8,
                JSON.writeValueAsString(
                        new ExportLine(12, line.record(), line.hash(), line.beside(), List.of("no Base64"))));
        assertThat(check(damaged)).isEqualTo(new Bad(12, Flaw.CHANGED));
    }

    @Test
    void records_that_are_made_up_as_a_whole_do_not_lead_to_the_checkpoint() {
        var forged = export(5, 20, true);
        var line = LOG.line(12, true);
        String record = line.record().replace("12", "99");
        forged.set(
                8,
                JSON.writeValueAsString(new ExportLine(
                        12,
                        record,
                        java.util.HexFormat.of()
                                .formatHex(
                                        new TreeHash().leaf(record.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                        line.beside(),
                        List.of())));
        assertThat(check(forged)).isEqualTo(new Bad(5, Flaw.NOT_IN_LOG));
    }

    @Test
    void an_export_that_does_not_go_on_from_its_earlier_checkpoint() {
        var head = LOG.head(5, 20, true, 7);
        var other = export(5, 20, true);
        other.set(
                0,
                JSON.writeValueAsString(new ExportHead(
                        head.format(),
                        5,
                        20,
                        true,
                        16L,
                        head.before(),
                        head.after(),
                        head.checkpoint(),
                        LOG.note(8),
                        head.consistency())));
        assertThat(check(other)).isEqualTo(new Bad(0, Flaw.INCONSISTENT));
    }

    @Test
    void what_is_neither_is_said_to_be() {
        assertThat(check(List.of(""))).isEqualTo(new Bad(0, Flaw.UNREADABLE));
        assertThat(check(List.of("{}"))).isEqualTo(new Bad(0, Flaw.UNREADABLE));
        assertThat(check(List.of("Hello"))).isEqualTo(new Bad(0, Flaw.UNREADABLE));
        assertThat(check(List.of("{\"format\":\"" + ExportHead.FORMAT + "\"}"))).isEqualTo(new Bad(0, Flaw.UNREADABLE));
    }

    @Test
    void records_out_of_their_order_are_not_those_of_the_log() {
        var swapped = export(5, 20, false);
        Collections.swap(swapped, 8, 9);
        assertThat(check(swapped)).isEqualTo(new Bad(12, Flaw.NOT_IN_LOG));

        var twice = export(5, 20, false);
        twice.add(8, twice.get(8));
        assertThat(check(twice)).isEqualTo(new Bad(12, Flaw.NOT_IN_LOG));

        var earlier = export(5, 20, false);
        earlier.add(1, JSON.writeValueAsString(LOG.line(4, false)));
        assertThat(check(earlier)).isEqualTo(new Bad(4, Flaw.NOT_IN_LOG));
    }

    @Test
    void a_record_in_anothers_place_is_proved_by_neither_proof() {
        var forged = export(5, 20, false);
        var line = LOG.line(12, false);
        var other = LOG.line(13, false);
        forged.set(
                8,
                JSON.writeValueAsString(
                        new ExportLine(12, other.record(), other.hash(), other.beside(), line.proof())));
        assertThat(check(forged)).isEqualTo(new Bad(12, Flaw.NOT_IN_LOG));
    }

    @Test
    void a_hash_that_is_not_the_records_own_is_noticed() {
        for (boolean complete : new boolean[] {true, false}) {
            var line = LOG.line(12, complete);
            var changed = export(5, 20, complete);
            changed.set(
                    8,
                    JSON.writeValueAsString(new ExportLine(
                            12, line.record(), LOG.line(13, complete).hash(), line.beside(), line.proof())));
            assertThat(check(changed)).isEqualTo(new Bad(12, Flaw.CHANGED));
        }
    }

    private static Checked withEarlier(String note, LogKey... keys) {
        var head = LOG.head(5, 20, true, 7);
        var lines = export(5, 20, true);
        lines.set(
                0,
                JSON.writeValueAsString(new ExportHead(
                        head.format(),
                        5,
                        20,
                        true,
                        16L,
                        head.before(),
                        head.after(),
                        head.checkpoint(),
                        note,
                        head.consistency())));
        return check(lines, keys);
    }

    @Test
    void an_earlier_checkpoint_is_trusted_as_little_as_the_later_one() {
        var strange = SigningKey.make("other", new SecureRandom());
        String note = new Checkpoint("other", 7, LOG.proofs().root(7))
                .sign(List.of(strange))
                .whole();
        assertThat(withEarlier(note, LOG.key())).isEqualTo(new Bad(0, Flaw.EARLIER_UNSIGNED));
        assertThat(withEarlier(note, LOG.key(), strange.open()))
                .as("of another log, whose key is known as well")
                .isEqualTo(new Bad(0, Flaw.INCONSISTENT));
    }

    @Test
    void an_export_of_another_form_is_not_read_as_one() {
        var head = LOG.head(5, 20, false, 7);
        var lines = export(5, 20, false);
        lines.set(
                0,
                JSON.writeValueAsString(new ExportHead(
                        "handtag-export/9",
                        5,
                        20,
                        false,
                        16L,
                        List.of(ExportHead.FORMAT),
                        List.of(),
                        head.checkpoint(),
                        head.earlier(),
                        head.consistency())));
        assertThat(check(lines)).isEqualTo(new Bad(0, Flaw.UNREADABLE));
    }
}
