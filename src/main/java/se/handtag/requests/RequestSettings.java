package se.handtag.requests;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things wait, {@code handtag.requests.*}.
 *
 * @param undo how long a decision can be undone before it takes effect
 * @param remindAfter how long it waits for somebody until they are reminded
 * @param escalateAfter how long it waits for somebody until the next up may decide, too
 * @param decideWithin how long it waits altogether until it expires
 * @param executeWithin how long what was approved may wait to be sent
 */
@ConfigurationProperties("handtag.requests")
record RequestSettings(
        @DefaultValue("10s") Duration undo,
        @DefaultValue("1d") Duration remindAfter,
        @DefaultValue("2d") Duration escalateAfter,
        @DefaultValue("7d") Duration decideWithin,
        @DefaultValue("7d") Duration executeWithin) {}
