package se.handtag.audit.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree: the {@code index}th, from 0, of those with 2<sup>level</sup> leaves. A leaf is a subtree of level 0.
 */
public record NodeId(int level, long index) {

    /** The first leaf of the subtree, from 0. */
    public long begin() {
        return index << level;
    }

    /** The first leaf after the subtree. */
    public long end() {
        return (index + 1) << level;
    }

    boolean isLeftSiblingOf(NodeId other) {
        return level == other.level && index % 2 == 0 && other.index == index + 1;
    }

    NodeId parent() {
        return new NodeId(level + 1, index / 2);
    }

    /** The fewest complete subtrees that together hold the leaves from {@code begin} to {@code end - 1}, left to right. */
    public static List<NodeId> cover(long begin, long end) {
        List<NodeId> cover = new ArrayList<>();
        long at = begin;
        while (at < end) {
            int level = at == 0 ? 62 : Long.numberOfTrailingZeros(at);
            while (at + (1L << level) > end || at + (1L << level) < 0) {
                level--;
            }
            cover.add(new NodeId(level, at >> level));
            at += 1L << level;
        }
        return cover;
    }
}
