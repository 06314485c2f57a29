package se.handtag.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an object store in the manner of S3 knows this portal by.
 *
 * @param id the key's public half
 * @param secret the other one
 * @param region where the store says that it is
 */
record AccessKey(
        @Nullable String id,
        @Nullable String secret,
        @DefaultValue(AccessKey.USUAL_REGION) String region) {

    static final String USUAL_REGION = "us-east-1";

    AccessKey {
        // An empty value is how a list of settings says that there is none.
        id = id == null || id.isBlank() ? null : id.strip();
        secret = secret == null || secret.isBlank() ? null : secret.strip();
        region = region.isBlank() ? USUAL_REGION : region.strip();
    }

    boolean isGiven() {
        return id != null && secret != null;
    }

    boolean isHalf() {
        return id == null ^ secret == null;
    }

    @Override
    public String toString() {
        return "AccessKey[id=" + id + ", region=" + region + "]";
    }
}
