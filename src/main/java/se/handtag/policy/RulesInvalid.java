package se.handtag.policy;

import java.util.List;

/** The rules cannot be used; each problem names its line and column. The portal does not start with such rules. */
public final class RulesInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    RulesInvalid(String file, List<String> problems) {
        super("The rules in " + file + " cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
