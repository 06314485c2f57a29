package se.handtag.requests;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How long things wait, how much may be asked for, and who says yes for groups, {@code handtag.requests.*}.
 *
 * @param undo how long a decision can be undone before it takes effect
 * @param remindAfter how long it waits for somebody until they are reminded
 * @param escalateAfter how long it waits for somebody until the next up may decide, too
 * @param decideWithin how long it waits altogether until it expires
 * @param executeWithin how long what was approved may wait to be sent
 * @param askedAnHour how much one person may ask for within an hour who is not of IT; locks are not counted against
 * @param approvers a file of approvers for groups, null for none
 */
@ConfigurationProperties("handtag.requests")
record RequestSettings(
        @DefaultValue("10s") @DurationMin(message = "must not be less than nothing")
        Duration undo,

        @DefaultValue("1d") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration remindAfter,

        @DefaultValue("2d") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration escalateAfter,

        @DefaultValue("7d") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration decideWithin,

        @DefaultValue("7d") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration executeWithin,

        @DefaultValue("200") @Min(value = 1, message = "must be at least 1")
        int askedAnHour,

        @Nullable Resource approvers) {

    @AssertTrue(
            message =
                    "handtag.requests.approvers names a file that is there and can be read, such as file:/etc/handtag/approvers.yaml")
    boolean isApproversReadable() {
        return approvers == null || approvers.isReadable();
    }
}
