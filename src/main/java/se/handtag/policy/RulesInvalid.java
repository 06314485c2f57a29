package se.handtag.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The rules cannot be used. The portal does not start with such rules, and they cannot be published. */
public final class RulesInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RulesInvalid(String file, List<Problem> problems) {
        super("The rules in " + file + " cannot be used:\n  "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
