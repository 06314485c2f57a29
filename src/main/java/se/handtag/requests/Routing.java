package se.handtag.requests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a request is on its way from one who decides to the next.
 *
 * @param stage which of its stages it is at, from 0
 * @param level how far along that stage's line it has been passed, from 0
 * @param since when it came there
 * @param reminded whether those it waits for were reminded
 * @param concerned the marks of the requester, of the owner and of those who changed whom it goes to, who do not decide it
 * @param line for each stage, who is asked first, who next, and so on; the last is always somebody, but where only one may answer who
 *     is not there any more
 * @param used what was decided so far, whether it took effect or not
 */
record Routing(
        int stage,
        int level,
        Instant since,
        boolean reminded,
        Set<String> concerned,
        List<List<Candidates>> line,
        List<Used> used) {

    /**
     * A decision as far as it bars others.
     *
     * @param marks of whoever made it
     * @param seat the addresses in whose place, or their own
     */
    record Used(int stage, Set<String> marks, Set<String> seat) {}

    Routing {
        concerned = Set.copyOf(concerned);
        line = List.copyOf(line);
        used = List.copyOf(used);
    }

    /** Those in line at a stage, the nearest first; empty when the request has no such stage. */
    List<Candidates> lineOf(int at) {
        return at < line.size() ? line.get(at) : List.of();
    }

    /** The same as if nobody had decided anything. */
    Routing withoutUsed() {
        return new Routing(stage, level, since, reminded, concerned, line, List.of());
    }

    /** The same along other lines. */
    Routing along(List<List<Candidates>> lines) {
        return new Routing(stage, level, since, reminded, concerned, lines, used);
    }

    /** The same with these barred from deciding it, too. */
    Routing without(Set<String> marks) {
        Set<String> all = new TreeSet<>(concerned);
        all.addAll(marks);
        return new Routing(stage, level, since, reminded, all, line, used);
    }

    boolean endOfLine() {
        return level + 1 >= lineOf(stage).size();
    }
}
