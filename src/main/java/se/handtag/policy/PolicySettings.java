package se.handtag.policy;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept for trying rules, {@code handtag.policy.*}.
 *
 * @param keepDecisions how far back a draft can be tried on what was decided
 */
@ConfigurationProperties("handtag.policy")
record PolicySettings(
        @DefaultValue("90d") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration keepDecisions) {}
