package se.handtag.commands;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.handtag.policy.ActionKind;

/**
 * How many commands may be sent, {@code handtag.commands.*}.
 *
 * @param limits by the action's name, such as {@code wipe}; an action that is not named has no limit
 */
@ConfigurationProperties("handtag.commands")
record CommandSettings(@DefaultValue Map<String, Limit> limits) {

    CommandSettings {
        limits = Map.copyOf(limits);
    }

    /**
     * How many of one action.
     *
     * @param person for one person who asks
     * @param approver for one person who says yes
     * @param company for all together
     * @param per in which time; what was used comes back evenly over it
     */
    record Limit(int person, int approver, int company, Duration per) {}

    @Nullable
    Limit of(ActionKind action) {
        return limits.get(action.key());
    }

    @AssertTrue(message = "each limit must be for an action that there is, such as wipe")
    boolean isEachForAnAction() {
        return limits.keySet().stream()
                .allMatch(name -> Arrays.stream(ActionKind.values())
                        .anyMatch(kind -> kind.key().equals(name)));
    }

    @AssertTrue(message = "locking cannot be limited: whoever loses a phone locks it")
    boolean isLockFree() {
        return !limits.containsKey(ActionKind.LOCK.key());
    }

    @AssertTrue(message = "each limit needs person, approver and company of at least 1, and a time such as 1d")
    boolean isEachWhole() {
        return limits.values().stream()
                .allMatch(limit -> limit.person() > 0
                        && limit.approver() > 0
                        && limit.company() > 0
                        && limit.per() != null
                        && limit.per().toSeconds() > 0);
    }
}
