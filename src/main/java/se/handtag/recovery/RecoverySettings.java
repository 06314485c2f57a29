package se.handtag.recovery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties("handtag.recovery")
record RecoverySettings(
        @DefaultValue("10") @Min(0) @Max(100) int lockRepeats,
        @DefaultValue("1m") Duration lookEvery,
        @DefaultValue("5") @Min(1) int reportsADay,
        @Nullable String linkPrivateKey,
        @Nullable String linkPublicKey,
        @DefaultValue("false") boolean linkKeyInDatabase) {

    @Override
    public String toString() {
        return "RecoverySettings[lockRepeats=" + lockRepeats + ", reportsADay=" + reportsADay + "]";
    }
}
