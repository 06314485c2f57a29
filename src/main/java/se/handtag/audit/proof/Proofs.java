package se.handtag.audit.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the proofs of RFC 6962, section 2.1, out of stored subtrees: as many as the tree is high, read in one go. */
public final class Proofs {
    private final Nodes nodes;

    /** Where complete subtrees are kept. */
    @FunctionalInterface
    public interface Nodes {

        /** The hashes of these subtrees, in their order; null for one that is not there. */
        List<byte @Nullable []> hashes(List<NodeId> wanted);
    }

    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    private record Span(long begin, long end) {}

    /**
     * Proves that a leaf stands in a tree.
     *
     * @param leaf from 0
     * @throws IllegalArgumentException when the tree has no such leaf
     * @throws IllegalStateException when a subtree is missing
     */
    public List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("No leaf " + leaf + " in a tree of " + size);
        }
        List<Span> siblings = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + largestPowerBelow(end - begin);
            if (leaf < middle) {
                siblings.add(new Span(middle, end));
                end = middle;
            } else {
                siblings.add(new Span(begin, middle));
                begin = middle;
            }
        }
        return roots(siblings.reversed());
    }

    /**
     * Proves that a tree is the beginning of a later one.
     *
     * @throws IllegalArgumentException when the earlier is larger than the later
     * @throws IllegalStateException when a subtree is missing
     */
    public List<byte[]> consistency(long earlier, long later) {
        if (earlier < 0 || earlier > later) {
            throw new IllegalArgumentException("A tree of " + earlier + " is not the beginning of one of " + later);
        }
        List<Span> spans = new ArrayList<>();
        long begin = 0;
        long end = later;
        while (earlier > 0 && earlier < end) {
            long middle = begin + largestPowerBelow(end - begin);
            if (earlier <= middle) {
                spans.add(new Span(middle, end));
                end = middle;
            } else {
                spans.add(new Span(begin, middle));
                begin = middle;
            }
        }
        if (begin > 0) {
            spans.add(new Span(begin, end));
        }
        return roots(spans.reversed());
    }

    /**
     * The root of the first {@code size} leaves.
     *
     * @throws IllegalStateException when a subtree is missing
     */
    public byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : roots(List.of(new Span(0, size))).getFirst();
    }

    /**
     * The subtrees of a run of leaves, in the order of {@link NodeId#cover}.
     *
     * @throws IllegalStateException when one is missing
     */
    public List<byte[]> cover(long begin, long end) {
        return hashes(NodeId.cover(begin, end));
    }

    private List<byte[]> roots(List<Span> spans) {
        List<byte[]> found = hashes(spans.stream()
                .flatMap(span -> NodeId.cover(span.begin(), span.end()).stream())
                .toList());
        var hash = new TreeHash();
        List<byte[]> roots = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int next = at + NodeId.cover(span.begin(), span.end()).size();
            roots.add(CompactRange.of(span.begin(), span.end(), found.subList(at, next), hash)
                    .root());
            at = next;
        }
        return roots;
    }

    /**
     * The hashes of complete subtrees.
     *
     * @throws IllegalStateException when one is missing
     */
    public List<byte[]> hashes(List<NodeId> wanted) {
        List<byte @Nullable []> found = nodes.hashes(wanted);
        List<byte[]> present = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            byte[] hash = found.get(i);
            if (hash == null) {
                throw new IllegalStateException("The tree has lost " + wanted.get(i));
            }
            present.add(hash);
        }
        return present;
    }

    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** Whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2). */
    public static boolean includes(byte[] leafHash, long leaf, long size, List<byte[]> proof, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        var hash = new TreeHash();
        long fn = leaf;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : proof) {
            if (sn == 0 || p.length != TreeHash.LENGTH) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(r, root);
    }

    /** Whether the earlier tree is the beginning of the later one (RFC 9162, section 2.1.4.2). */
    public static boolean consistent(
            long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == later || earlier == 0) {
            boolean same = earlier == later
                    ? MessageDigest.isEqual(earlierRoot, laterRoot)
                    : MessageDigest.isEqual(earlierRoot, TreeHash.empty());
            return proof.isEmpty() && same;
        }
        if (proof.stream().anyMatch(step -> step.length != TreeHash.LENGTH)) {
            return false;
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(earlier) == 1) {
            path.addFirst(earlierRoot);
        }
        return !path.isEmpty() && climb(earlier - 1, later - 1, path, earlierRoot, laterRoot);
    }

    private static boolean climb(long first, long second, List<byte[]> path, byte[] earlierRoot, byte[] laterRoot) {
        var hash = new TreeHash();
        int trailing = Long.numberOfTrailingZeros(~first);
        long fn = first >> trailing;
        long sn = second >> trailing;
        byte[] fr = Objects.requireNonNull(path.getFirst());
        byte[] sr = fr;
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hash.node(c, fr);
                sr = hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(fr, earlierRoot) && MessageDigest.isEqual(sr, laterRoot);
    }
}
