package se.handtag.devices;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be searched for, {@code handtag.devices.*}.
 *
 * @param indexEvery how often users and devices are read for it
 */
@ConfigurationProperties("handtag.devices")
record DeviceSettings(
        @DefaultValue("15m") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration indexEvery) {}
