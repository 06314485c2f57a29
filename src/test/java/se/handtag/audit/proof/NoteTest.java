package se.handtag.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final SampleLog LOG = new SampleLog(5);

    @Test
    void a_key_and_note_of_another_implementation_are_understood() {
        // The example of the Go package golang.org/x/mod/sumdb/note.
        var key = LogKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note = Note.parse("""
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """);
        assertThat(note.isSignedBy(List.of(key))).isTrue();
        assertThat(key.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void a_checkpoint_is_trusted_with_its_key_and_no_other() {
        String note = LOG.note(3);
        assertThat(Checkpoint.trusted(note, List.of(LOG.key())).size()).isEqualTo(3);
        var other = SigningKey.make("sample", new SecureRandom()).open();
        assertThatThrownBy(() -> Checkpoint.trusted(note, List.of(other))).isInstanceOf(UntrustedCheckpoint.class);
        assertThatThrownBy(() -> Checkpoint.trusted(note, List.of())).isInstanceOf(UntrustedCheckpoint.class);
    }

    @Test
    void each_change_of_a_checkpoint_is_noticed() {
        String note = LOG.note(3);
        for (int i = 0; i < note.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                String changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1 << bit) + note.substring(i + 1);
                assertThatThrownBy(() -> Checkpoint.trusted(changed, List.of(LOG.key())))
                        .as("%d %d", i, bit)
                        .isInstanceOf(UntrustedCheckpoint.class);
            }
        }
    }

    @Test
    void a_key_of_another_log_vouches_for_nothing() {
        var other = SigningKey.make("other", new SecureRandom());
        String note = new Checkpoint("sample", 3, LOG.proofs().root(3))
                .sign(List.of(other))
                .whole();
        assertThatThrownBy(() -> Checkpoint.trusted(note, List.of(other.open(), LOG.key())))
                .isInstanceOf(UntrustedCheckpoint.class);
    }

    @Test
    void while_keys_change_both_sign_and_either_is_enough() {
        var fresh = SigningKey.make("sample", new SecureRandom());
        var checkpoint = new Checkpoint("sample", 3, LOG.proofs().root(3));
        String note = checkpoint.sign(List.of(fresh, LOG.signing())).whole();
        assertThat(Checkpoint.trusted(note, List.of(LOG.key()))).isEqualTo(checkpoint);
        assertThat(Checkpoint.trusted(note, List.of(fresh.open()))).isEqualTo(checkpoint);
        assertThat(Note.parse(note).whole()).isEqualTo(note);
    }

    @Test
    void a_false_signature_of_a_known_key_is_not_made_good_by_another() {
        var fresh = SigningKey.make("sample", new SecureRandom());
        var good = new Checkpoint("sample", 3, LOG.proofs().root(3)).sign(List.of(fresh));
        var bad = new Checkpoint("sample", 4, LOG.proofs().root(4)).sign(List.of(LOG.signing()));
        var mixed = new Note(
                good.text(),
                List.of(good.signatures().getFirst(), bad.signatures().getFirst()));
        assertThatThrownBy(() -> Checkpoint.trusted(mixed.whole(), List.of(fresh.open(), LOG.key())))
                .isInstanceOf(UntrustedCheckpoint.class);
    }

    @Test
    void a_key_is_kept_and_read_again() {
        var key = SigningKey.make("log.example.com", new SecureRandom());
        var again = SigningKey.parse(key.lines());
        assertThat(again.open()).isEqualTo(key.open());
        assertThat(again.lines()).isEqualTo(key.lines());
        assertThat(key.toString()).doesNotContain(key.lines().getFirst().substring(30));
        var other = SigningKey.make("log.example.com", new SecureRandom());
        assertThatThrownBy(() -> SigningKey.parse(
                        List.of(key.lines().getFirst(), other.lines().get(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_key_is_refused() {
        String vkey = LOG.key().text();
        for (String wrong : new String[] {
            "",
            "sample",
            vkey.replace("sample", "simple"),
            vkey.substring(0, vkey.length() - 4),
            vkey.replace("+A", "+B"),
            "a b+00000000+" + vkey.split("\\+", 3)[2]
        }) {
            assertThatThrownBy(() -> LogKey.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SigningKey.parse(List.of(vkey, vkey))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.parse(List.of(vkey))).isInstanceOf(IllegalArgumentException.class);
    }
}
