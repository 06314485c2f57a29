package se.handtag.audit.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of neighbouring leaves, held as the hashes of the fewest complete subtrees that cover it: all that is needed to
 * append to a tree or to know its root.
 */
public final class CompactRange {
    private final List<NodeId> ids = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private final TreeHash hash;
    private final long begin;
    private long end;

    /** Takes each complete subtree, leaves included, at the moment it is complete. */
    @FunctionalInterface
    public interface Sink {
        void complete(NodeId id, byte[] hash);
    }

    /** An empty run that begins before the leaf {@code begin}, from 0. */
    public CompactRange(long begin, TreeHash hash) {
        this.begin = begin;
        this.end = begin;
        this.hash = hash;
    }

    /**
     * The run from {@code begin} to {@code end - 1} by its subtrees.
     *
     * @param hashes those of {@link NodeId#cover}, in its order
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static CompactRange of(long begin, long end, List<byte[]> hashes, TreeHash hash) {
        List<NodeId> cover = NodeId.cover(begin, end);
        if (cover.size() != hashes.size()) {
            throw new IllegalArgumentException("Not the subtrees of " + begin + " to " + end);
        }
        var range = new CompactRange(begin, hash);
        range.ids.addAll(cover);
        range.hashes.addAll(hashes);
        range.end = end;
        return range;
    }

    public long begin() {
        return begin;
    }

    /** The first leaf after the run; for a whole tree its size. */
    public long end() {
        return end;
    }

    public void append(byte[] leaf) {
        append(leaf, (_, _) -> {});
    }

    public void append(byte[] leaf, Sink sink) {
        push(new NodeId(0, end), leaf, sink);
    }

    /**
     * Appends the run that follows this one.
     *
     * @throws IllegalArgumentException when it does not begin where this one ends
     */
    public void append(CompactRange next) {
        if (next.begin != end) {
            throw new IllegalArgumentException("A run from " + next.begin + " does not follow one to " + end);
        }
        for (int i = 0; i < next.ids.size(); i++) {
            push(next.ids.get(i), next.hashes.get(i), (_, _) -> {});
        }
    }

    private void push(NodeId added, byte[] addedHash, Sink sink) {
        NodeId id = added;
        byte[] value = addedHash;
        sink.complete(id, value);
        while (!ids.isEmpty() && ids.getLast().isLeftSiblingOf(id)) {
            id = id.parent();
            ids.removeLast();
            value = hash.node(hashes.removeLast(), value);
            sink.complete(id, value);
        }
        ids.add(id);
        hashes.add(value);
        end = added.end();
    }

    /** The hashes of the subtrees, left to right, in the order of {@link NodeId#cover}. */
    public List<byte[]> hashes() {
        return List.copyOf(hashes);
    }

    /** The root of the tree; for a run that begins elsewhere than at 0, that of its subtrees taken together. */
    public byte[] root() {
        if (hashes.isEmpty()) {
            return TreeHash.empty();
        }
        byte[] root = hashes.getLast();
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = hash.node(hashes.get(i), root);
        }
        return root;
    }
}
