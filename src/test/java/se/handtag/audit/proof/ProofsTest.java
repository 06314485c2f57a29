package se.handtag.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int MOST = 33;
    private static final SampleLog LOG = new SampleLog(MOST);

    /** MTH of RFC 6962, section 2.1, word for word. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return new TreeHash().node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            leaves.add(LOG.leaf(number));
        }
        return leaves;
    }

    @Test
    void hashes_are_those_of_the_rfc() {
        assertThat(HexFormat.of().formatHex(TreeHash.empty()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        // The test vectors of Certificate Transparency's reference implementation.
        assertThat(HexFormat.of().formatHex(new TreeHash().leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HexFormat.of()
                        .formatHex(new TreeHash()
                                .node(new TreeHash().leaf(new byte[0]), new TreeHash().leaf(new byte[] {0}))))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void the_root_is_that_of_the_rfc_for_every_size() {
        for (int size = 0; size <= MOST; size++) {
            assertThat(LOG.proofs().root(size)).isEqualTo(root(leaves(size)));
        }
    }

    @Test
    void a_proof_leads_from_each_leaf_to_each_root_and_from_no_other() {
        for (int size = 1; size <= MOST; size++) {
            byte[] root = LOG.proofs().root(size);
            for (int leaf = 0; leaf < size; leaf++) {
                var proof = LOG.proofs().inclusion(leaf, size);
                byte[] hash = LOG.leaf(leaf + 1);
                assertThat(Proofs.includes(hash, leaf, size, proof, root)).isTrue();
                assertThat(Proofs.includes(LOG.leaf((leaf + 1) % MOST + 1), leaf, size, proof, root))
                        .isFalse();
                for (int other = -1; other <= size; other++) {
                    if (other != leaf) {
                        assertThat(Proofs.includes(hash, other, size, proof, root))
                                .as("%d as %d of %d", leaf, other, size)
                                .isFalse();
                    }
                }
                assertDamagedNever(hash, leaf, size, proof, root);
            }
        }
    }

    private static void assertDamagedNever(byte[] hash, int leaf, int size, List<byte[]> proof, byte[] root) {
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            assertThat(Proofs.includes(hash, leaf, size, shorter, root)).isFalse();
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(i, proof.get(i));
            assertThat(Proofs.includes(hash, leaf, size, longer, root)).isFalse();
            List<byte[]> cut = new ArrayList<>(proof);
            cut.set(i, new byte[31]);
            assertThat(Proofs.includes(hash, leaf, size, cut, root)).isFalse();
        }
        List<byte[]> appended = new ArrayList<>(proof);
        appended.add(root);
        assertThat(Proofs.includes(hash, leaf, size, appended, root)).isFalse();
    }

    @Test
    void every_earlier_tree_is_the_beginning_of_every_later_one_and_of_no_other() {
        for (int later = 0; later <= MOST; later++) {
            byte[] root = LOG.proofs().root(later);
            for (int earlier = 0; earlier <= later; earlier++) {
                byte[] before = LOG.proofs().root(earlier);
                var proof = LOG.proofs().consistency(earlier, later);
                assertThat(Proofs.consistent(earlier, before, later, root, proof))
                        .as("%d of %d", earlier, later)
                        .isTrue();
                byte[] other = new TreeHash().leaf("other".getBytes(StandardCharsets.UTF_8));
                assertThat(Proofs.consistent(earlier, other, later, root, proof))
                        .isFalse();
                assertThat(later > 0 && earlier > 0 && Proofs.consistent(earlier, before, later, other, proof))
                        .isFalse();
                for (int i = 0; i < proof.size(); i++) {
                    List<byte[]> damaged = new ArrayList<>(proof);
                    damaged.set(i, other);
                    assertThat(Proofs.consistent(earlier, before, later, root, damaged))
                            .isFalse();
                    damaged.remove(i);
                    assertThat(Proofs.consistent(earlier, before, later, root, damaged))
                            .isFalse();
                }
                List<byte[]> appended = new ArrayList<>(proof);
                appended.add(other);
                assertThat(Proofs.consistent(earlier, before, later, root, appended))
                        .isFalse();
            }
        }
    }

    @Test
    void a_later_tree_is_not_the_beginning_of_an_earlier_one() {
        byte[] root = LOG.proofs().root(3);
        assertThat(Proofs.consistent(4, root, 3, root, List.of())).isFalse();
        assertThat(Proofs.consistent(-1, root, 3, root, List.of())).isFalse();
        assertThatThrownBy(() -> LOG.proofs().consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOG.proofs().inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOG.proofs().inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tree_that_has_lost_a_part_proves_nothing() {
        var lost = new Proofs(wanted -> Collections.nCopies(wanted.size(), null));
        assertThatThrownBy(() -> lost.inclusion(0, 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runs_that_follow_each_other_make_the_whole() {
        var hash = new TreeHash();
        for (int cut = 0; cut <= MOST; cut++) {
            var left = CompactRange.of(0, cut, LOG.proofs().cover(0, cut), hash);
            var right = new CompactRange(cut, hash);
            for (int number = cut + 1; number <= MOST; number++) {
                right.append(LOG.leaf(number));
            }
            left.append(right);
            assertThat(left.root()).isEqualTo(LOG.proofs().root(MOST));
            assertThat(left.begin()).isZero();
            assertThat(left.end()).isEqualTo(MOST);
        }
        assertThatThrownBy(() -> new CompactRange(0, hash).append(new CompactRange(1, hash)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.of(0, 3, List.of(), hash)).isInstanceOf(IllegalArgumentException.class);
    }
}
