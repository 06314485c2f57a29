package se.handtag.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            lines.add(JSON.writeValueAsString(complete ? LOG.line(number, first, last) : LOG.line(number)));
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
            strange.add(JSON.writeValueAsString(LOG.line(21)));
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
            older.set(0, ofBefore(older.getFirst().replace("\"records\":16,", "")));
            assertThat(older.getFirst()).doesNotContain("records");
            assertThat(check(older)).isEqualTo(new Proved(16, "sample", LOG.size(), true));
            older.removeLast();
            assertThat(check(older)).isEqualTo(complete ? new Bad(20, Flaw.MISSING) : new Bad(0, Flaw.CUT));
        }
    }

    @Test
    void a_proof_that_is_none_is_told_with_its_record() {
        var damaged = export(5, 20, false);
        var line = LOG.line(12);
        damaged.set(
                8,
                JSON.writeValueAsString(
                        new ExportLine(12, line.record(), line.hash(), line.beside(), List.of("no Base64"))));
        assertThat(check(damaged)).isEqualTo(new Bad(12, Flaw.CHANGED));
    }

    private static ExportLine line(int number, boolean complete) {
        return complete ? LOG.line(number, 5, 20) : LOG.line(number);
    }

    /** Another record, whose hash is its own. */
    private static ExportLine madeUp(ExportLine line) {
        String record = line.record().replace("\"" + line.number() + "\"", "\"99\"");
        assertThat(record).isNotEqualTo(line.record());
        return new ExportLine(
                line.number(),
                record,
                HexFormat.of().formatHex(new TreeHash().leaf(record.getBytes(StandardCharsets.UTF_8))),
                line.beside(),
                line.proof());
    }

    private static String changedHash(String line, String base64) {
        int at = line.indexOf(base64) + 5;
        assertThat(at).isGreaterThan(5);
        return line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1);
    }

    @Test
    void the_first_record_that_is_made_up_as_a_whole_is_named() {
        for (int number = 5; number <= 20; number++) {
            var forged = export(5, 20, true);
            forged.set(number - 4, JSON.writeValueAsString(madeUp(line(number, true))));
            for (int later = number + 1; later <= 20; later += 3) {
                forged.set(later - 4, JSON.writeValueAsString(madeUp(line(later, true))));
            }
            assertThat(check(forged)).isEqualTo(new Bad(number, Flaw.OTHER_RECORD));
        }
    }

    @Test
    void a_hash_on_the_way_down_is_no_more_trusted_than_a_record() {
        int hashes = 0;
        for (int number = 5; number <= 20; number++) {
            for (String sibling : line(number, true).proof()) {
                var forged = export(5, 20, true);
                forged.set(number - 4, changedHash(forged.get(number - 4), sibling));
                assertThat(check(forged)).isEqualTo(new Bad(number, Flaw.OTHER_RECORD));
                hashes++;
            }
        }
        assertThat(hashes)
                .as("one for each record, but for the subtrees that the head holds")
                .isEqualTo(16 - 3);
    }

    @Test
    void a_made_up_record_is_named_even_when_all_that_could_hide_it_is_made_up_along() {
        // 12 is the last leaf of the left half of its subtree: the sibling that 11 brings along is its hash.
        var twelfth = madeUp(line(12, true));
        var eleventh = line(11, true);
        var forged = export(5, 20, true);
        forged.set(8, JSON.writeValueAsString(twelfth));
        String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(twelfth.hash()));
        forged.set(
                7,
                JSON.writeValueAsString(
                        new ExportLine(11, eleventh.record(), eleventh.hash(), eleventh.beside(), List.of(hash))));
        assertThat(check(forged)).as("what proves 11 was changed").isEqualTo(new Bad(11, Flaw.OTHER_RECORD));
    }

    @Test
    void subtrees_of_the_head_that_do_not_lead_to_the_checkpoint_tell_no_more_than_the_first_record() {
        var head = LOG.head(5, 20, true, 7);
        List<String> within = Objects.requireNonNull(head.within());
        assertThat(within).hasSize(3);
        for (List<String> part : List.of(head.before(), within, head.after())) {
            for (String subtree : part) {
                var forged = export(5, 20, true);
                forged.set(0, changedHash(forged.getFirst(), subtree));
                assertThat(check(forged)).isEqualTo(new Bad(5, Flaw.NOT_IN_LOG));
            }
        }
    }

    @Test
    void a_proof_with_a_hash_too_many_or_too_few_is_none() {
        var line = line(9, true);
        var longer = new ArrayList<>(line.proof());
        longer.add(line.proof().getFirst());
        for (List<String> proof :
                List.of(longer, line.proof().subList(1, line.proof().size()))) {
            var forged = export(5, 20, true);
            forged.set(5, JSON.writeValueAsString(new ExportLine(9, line.record(), line.hash(), line.beside(), proof)));
            assertThat(check(forged)).isEqualTo(new Bad(9, Flaw.OTHER_RECORD));
        }
    }

    @Test
    void an_export_of_before_is_proved_as_a_whole_and_names_where_what_is_made_up_begins_at_the_earliest() {
        var older = export(5, 20, true);
        var head = LOG.head(5, 20, true, 7);
        older.set(0, ofBefore(older.getFirst().replace(",\"within\":" + JSON.writeValueAsString(head.within()), "")));
        assertThat(older.getFirst()).doesNotContain("within");
        older.replaceAll(line -> line.replaceAll("\"proof\":\\[[^]]*]", "\"proof\":[]"));
        assertThat(check(older)).isEqualTo(new Proved(16, "sample", LOG.size(), true));
        older.set(8, JSON.writeValueAsString(madeUp(line(12, true))));
        assertThat(check(older)).isEqualTo(new Bad(5, Flaw.OLDER_NOT_IN_LOG));
    }

    /** The form that a file says it is of is as easily changed as the rest of its first line. */
    private static String ofBefore(String head) {
        assertThat(head).contains(ExportHead.FORMAT);
        return head.replace(ExportHead.FORMAT, ExportHead.OLDER);
    }

    @Test
    void a_first_line_that_lacks_what_its_form_brings_is_named_and_is_none_of_before() {
        for (boolean complete : new boolean[] {true, false}) {
            String head = export(5, 20, complete).getFirst();
            var within = LOG.head(5, 20, complete, 7).within();
            for (String without : List.of(",\"within\":" + JSON.writeValueAsString(within), "\"records\":16,")) {
                var stripped = export(5, 20, complete);
                stripped.set(0, head.replace(without, ""));
                assertThat(stripped.getFirst()).isNotEqualTo(head);
                assertThat(check(stripped)).isEqualTo(new Bad(0, Flaw.HEAD));
            }
        }
    }

    @Test
    void an_export_of_more_records_than_its_checkpoint_covers_is_none() {
        for (String numbers :
                new String[] {"\"first\":5,\"last\":41", "\"first\":0,\"last\":20", "\"first\":5,\"last\":3"}) {
            var strange = export(5, 20, true);
            strange.set(0, strange.getFirst().replace("\"first\":5,\"last\":20", numbers));
            assertThat(check(strange)).isEqualTo(new Bad(0, Flaw.UNREADABLE));
        }
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
                        head.within(),
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
        earlier.add(1, JSON.writeValueAsString(LOG.line(4)));
        assertThat(check(earlier)).isEqualTo(new Bad(4, Flaw.NOT_IN_LOG));
    }

    @Test
    void a_record_in_anothers_place_is_proved_by_neither_proof() {
        var forged = export(5, 20, false);
        var line = LOG.line(12);
        var other = LOG.line(13);
        forged.set(
                8,
                JSON.writeValueAsString(
                        new ExportLine(12, other.record(), other.hash(), other.beside(), line.proof())));
        assertThat(check(forged)).isEqualTo(new Bad(12, Flaw.NOT_IN_LOG));
    }

    @Test
    void a_hash_that_is_not_the_records_own_is_noticed() {
        for (boolean complete : new boolean[] {true, false}) {
            var line = line(12, complete);
            var changed = export(5, 20, complete);
            changed.set(
                    8,
                    JSON.writeValueAsString(
                            new ExportLine(12, line.record(), line(13, complete).hash(), line.beside(), line.proof())));
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
                        head.within(),
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
                        List.of(),
                        head.checkpoint(),
                        head.earlier(),
                        head.consistency())));
        assertThat(check(lines)).isEqualTo(new Bad(0, Flaw.UNREADABLE));
    }
}
