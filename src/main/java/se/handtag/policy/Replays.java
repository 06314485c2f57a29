package se.handtag.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;
import se.handtag.identity.Role;

/** Tries a draft on what was asked before. */
@Component
public class Replays {
    /** As many as are tried in some seconds. */
    private static final int MOST = 20_000;

    private final RulesInForce inForce;
    private final Decided decided;
    private final Clock clock;

    Replays(RulesInForce inForce, Decided decided, Clock clock) {
        this.inForce = inForce;
        this.decided = decided;
        this.clock = clock;
    }

    /**
     * @param back how far back
     * @throws RulesInvalid when there are mistakes in the rules
     */
    public Replay replay(Person person, String rules, Duration back) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Rules are for IT");
        }
        RuleSet draft = RuleSet.of("draft", rules);
        List<Decided.Past> past = decided.since(clock.instant().minus(back), MOST + 1);
        return replay(inForce.now(), draft, past);
    }

    static Replay replay(RuleSet now, RuleSet draft, List<Decided.Past> past) {
        List<Replay.Change> gains = new ArrayList<>();
        List<Replay.Change> losses = new ArrayList<>();
        List<Replay.Change> others = new ArrayList<>();
        List<Replay.Change> wipes = new ArrayList<>();
        List<Decided.Past> tried = past.subList(0, Math.min(MOST, past.size()));
        for (Decided.Past one : tried) {
            var change = new Replay.Change(
                    one.at(),
                    one.person(),
                    one.subject(),
                    one.action(),
                    now.decide(one.action(), one.facts()),
                    draft.decide(one.action(), one.facts()));
            boolean noHarder = noHarder(change.after(), change.before());
            boolean noEasier = noHarder(change.before(), change.after());
            if (noHarder && !noEasier) {
                gains.add(change);
            } else if (noEasier && !noHarder) {
                losses.add(change);
            } else if (!noHarder) {
                others.add(change);
            }
            if (one.action() == ActionKind.WIPE && !change.after().denied()) {
                wipes.add(change);
            }
        }
        return new Replay(tried.size(), past.size() > tried.size(), gains, losses, others, wipes);
    }

    /** Whether the one demands nothing that the other does not demand, too. */
    private static boolean noHarder(Decision one, Decision other) {
        if (one.denied() || other.denied()) {
            return other.denied();
        }
        return (other.needsReason() || !one.needsReason())
                && (other.needsFreshSignIn() || !one.needsFreshSignIn())
                && length(one.hold()).compareTo(length(other.hold())) <= 0
                && one.stages().stream().allMatch(stage -> other.stages().stream().anyMatch(stage::within));
    }

    private static Duration length(@Nullable Duration hold) {
        return hold == null ? Duration.ZERO : hold;
    }
}
