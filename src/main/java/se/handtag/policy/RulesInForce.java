package se.handtag.policy;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;

/**
 * The rules that count now, on every node. Which version that is, is read anew for every decision, so that no node decides
 * by rules that another has replaced, and once for all that a page shows; its text is read and compiled once.
 */
@Component
class RulesInForce implements SmartInitializingSingleton {
    private final RulesFile file;
    private final RuleVersions versions;
    private final RuleDrafts drafts;
    private final Clock clock;
    private volatile @Nullable Compiled last;

    RulesInForce(RulesFile file, RuleVersions versions, RuleDrafts drafts, Clock clock) {
        this.file = file;
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    private record Compiled(int number, RuleSet rules) {}

    /** Reading rules is much of a start, and most nodes start with those that are in force. */
    private Compiled compiled(RuleVersion version) {
        RuleSet rules =
                version.rules().equals(file.rules()) ? file.read().inForceAs(version) : RuleSet.inForce(version);
        return new Compiled(version.number(), rules);
    }

    /**
     * The file is the first version. Later it is only a proposal: a draft, when it holds anything new.
     *
     * @throws RulesInvalid when the version in force cannot be used, which keeps the portal from starting
     */
    @Override
    public void afterSingletonsInstantiated() {
        String hash = Hashes.of(file.rules(), file.tests());
        if (versions.newest().isEmpty()) {
            var first = new RuleVersion(
                    1, file.rules(), file.tests(), hash, clock.instant(), null, null, file.name(), false);
            versions.insert(first, null, null);
        }
        RuleVersion newest = versions.get(versions.newest().orElseThrow());
        if (!versions.knows(hash)) {
            drafts.insert(file, newest.number());
        }
        last = compiled(newest);
    }

    /**
     * @throws org.springframework.dao.DataAccessException when the database is not there: nothing is decided then
     */
    RuleSet now() {
        return OneReading.told(this, this::read);
    }

    private RuleSet read() {
        int number = versions.newest().orElseThrow(() -> new IllegalStateException("There are no rules"));
        Compiled compiled = last;
        if (compiled == null || compiled.number() != number) {
            compiled = compiled(versions.get(number));
            last = compiled;
        }
        return compiled.rules();
    }
}
