package se.handtag.audit.proof;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Proves a run of neighbouring leaves one by one, from the hashes of its subtrees down: each leaf brings the right-hand
 * siblings of the subtrees that begin with it, which are good when they lead up to a hash that is. That is one hash for each
 * leaf, none of which is trusted before it is proved, so that the first leaf that is another one is known as such.
 */
public final class Descent {
    private final Deque<NodeId> ids;
    private final Deque<byte[]> hashes;
    private final TreeHash hash;

    /**
     * @param trusted those of {@link NodeId#cover}, in its order
     * @throws IllegalArgumentException when there are more or fewer
     */
    Descent(long begin, long end, List<byte[]> trusted, TreeHash hash) {
        List<NodeId> cover = NodeId.cover(begin, end);
        if (cover.size() != trusted.size()) {
            throw new IllegalArgumentException("Not the subtrees of " + begin + " to " + end);
        }
        this.ids = new ArrayDeque<>(cover);
        this.hashes = new ArrayDeque<>(trusted);
        this.hash = hash;
    }

    /** What a leaf brings along, the smallest subtree first. */
    public static List<NodeId> siblings(long leaf, List<NodeId> cover) {
        int level = cover.stream()
                .filter(id -> id.begin() == leaf)
                .mapToInt(NodeId::level)
                .findFirst()
                .orElseGet(() -> Long.numberOfTrailingZeros(leaf));
        List<NodeId> siblings = new ArrayList<>(level);
        for (int i = 0; i < level; i++) {
            siblings.add(new NodeId(i, (leaf >> i) + 1));
        }
        return siblings;
    }

    /** Whether the next leaf is this one; if not, nothing that follows can be told. */
    boolean isNext(byte[] leaf, List<byte[]> siblings) {
        NodeId subtree = ids.poll();
        byte[] known = hashes.poll();
        if (subtree == null
                || known == null
                || siblings.size() != subtree.level()
                || siblings.stream().anyMatch(sibling -> sibling.length != TreeHash.LENGTH)) {
            return false;
        }
        byte[] climbed = leaf;
        for (byte[] sibling : siblings) {
            climbed = hash.node(climbed, sibling);
        }
        if (!MessageDigest.isEqual(climbed, known)) {
            return false;
        }
        for (int i = siblings.size() - 1; i >= 0; i--) {
            ids.push(new NodeId(i, (subtree.begin() >> i) + 1));
            hashes.push(siblings.get(i));
        }
        return true;
    }
}
