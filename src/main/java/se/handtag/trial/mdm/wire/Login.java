package se.handtag.trial.mdm.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** HTTP Basic (RFC 7617) with one login, in UTF-8. */
public final class Login {
    private final byte[] expected;

    /** The one login. */
    public Login(String username, String password) {
        expected = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the value of an {@code Authorization} header is this login. */
    public boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(authorization.substring(6).strip());
            return MessageDigest.isEqual(expected, given);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
