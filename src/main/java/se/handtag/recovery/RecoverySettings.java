package se.handtag.recovery;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lost phones, {@code handtag.recovery.*}.
 *
 * @param lockRepeats how often the lock of a lost device is repeated at most
 * @param lookEvery how often lost devices are looked at
 * @param reportsADay how many reports for colleagues one person may make in 24 hours
 * @param linkPrivateKey the Ed25519 key that signs links, PKCS #8 in Base64; null for none
 * @param linkPublicKey its public key, X.509 in Base64; null for none
 * @param linkKeyInDatabase whether the portal makes a key by itself and keeps it in the database: for the trial
 */
@ConfigurationProperties("handtag.recovery")
record RecoverySettings(
        @DefaultValue("10")
        @Min(value = 0, message = "must be at least 0")
        @Max(value = 100, message = "must be at most 100")
        int lockRepeats,

        @DefaultValue("1m") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration lookEvery,

        @DefaultValue("5") @Min(value = 1, message = "must be at least 1")
        int reportsADay,

        @Nullable String linkPrivateKey,
        @Nullable String linkPublicKey,
        @DefaultValue("false") boolean linkKeyInDatabase) {

    RecoverySettings {
        // An empty value is how a list of settings says that there is none.
        linkPrivateKey = linkPrivateKey == null || linkPrivateKey.isBlank() ? null : linkPrivateKey;
        linkPublicKey = linkPublicKey == null || linkPublicKey.isBlank() ? null : linkPublicKey;
    }

    @AssertTrue(message = "link-private-key and link-public-key go together: set both or neither")
    boolean isLinkKeyWhole() {
        return (linkPrivateKey == null) == (linkPublicKey == null);
    }

    @Override
    public String toString() {
        return "RecoverySettings[lockRepeats=" + lockRepeats + ", reportsADay=" + reportsADay + "]";
    }
}
