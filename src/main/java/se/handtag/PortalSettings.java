package se.handtag;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal as a whole, {@code handtag.*}.
 *
 * @param address what people use for it, as {@link PortalAddress} takes it; null in the trial alone
 * @param metrics who collects what is measured
 */
@ConfigurationProperties("handtag")
record PortalSettings(@Nullable URI address, @DefaultValue Metrics metrics) {

    /** @param token what a collector shows, null when nobody gets in */
    record Metrics(@Nullable String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Metrics";
        }
    }
}
