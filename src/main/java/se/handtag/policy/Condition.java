package se.handtag.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;

/** When a rule applies: the program that is run, and the tree that it was made from. */
record Condition(CelRuntime.Program program, CelAbstractSyntaxTree tree) {
    /**
     * What it comes to for these facts, which are looked up one by one: a program that is given all of them copies them first, for
     * each of many rules.
     *
     * @param facts numbers as {@link Long}: nothing here makes one of an {@link Integer}
     */
    Object weighed(Map<String, Object> facts) throws CelEvaluationException {
        CelVariableResolver known = name -> Optional.ofNullable(facts.get(name));
        return program.eval(known);
    }
}
