package se.handtag.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matching rules ask for, added up. */
final class Demands {
    private final List<Stage> stages = new ArrayList<>();
    private boolean reason;
    private boolean freshSignIn;
    private @Nullable Duration hold;

    void add(Rule rule) {
        switch (rule.effect()) {
            case NEEDS_APPROVAL -> rule.stages().forEach(this::add);
            case NEEDS_REASON -> reason = true;
            case NEEDS_FRESH_SIGN_IN -> freshSignIn = true;
            case HOLD -> hold = longer(hold, rule.hold());
            case DENY, ALLOW -> {}
        }
    }

    /** Two rules that ask for the same people ask for them once, for as many as the stricter of them wants. */
    private void add(Stage stage) {
        if (stage instanceof Stage.AnyOf(var group, int count)) {
            for (int place = 0; place < stages.size(); place++) {
                if (stages.get(place) instanceof Stage.AnyOf(var same, int before) && same.equals(group)) {
                    stages.set(place, new Stage.AnyOf(group, Math.max(before, count)));
                    return;
                }
            }
        }
        if (!stages.contains(stage)) {
            stages.add(stage);
        }
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    Decision allowed(List<Reason> reasons, String version, List<String> errors) {
        return new Decision(Decision.Verdict.ALLOWED, reasons, stages, reason, freshSignIn, hold, version, errors);
    }
}
