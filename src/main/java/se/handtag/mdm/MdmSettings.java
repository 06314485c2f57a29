package se.handtag.mdm;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How to reach the MDM.
 *
 * @param url where the API begins, such as {@code https://mdm.fjallrav.se/api}; plain http for this machine alone
 * @param username the MDM console login that the portal uses
 * @param password its password
 * @param connectTimeout for a connection, TLS included
 * @param readTimeout for each silence while waiting for the answer
 * @param callTimeout for a call as a whole, from sending to the answer's last byte, however slowly it drips
 * @param streamTimeout the same for reading all users or all devices, including what the reader does between them
 * @param maxAnswer how large an answer may be that is not read one at a time
 * @param maxConcurrent how many calls may be under way at once
 * @param certificateAuthority a PEM file with the only authorities to trust; the system's when null
 * @param pinnedCertificate SHA-256 of the MDM's own certificate, in hex, colons allowed: then that certificate is
 *     trusted and no other, whatever its issuer and host name; null: none
 * @param proxy such as {@code http://proxy.fjallrav.se:3128}; null: none
 */
@ConfigurationProperties("handtag.mdm")
public record MdmSettings(
        @NotNull(message = "must say where the MDM's API is")
        URI url,

        @NotBlank(message = "must be the MDM login of the portal")
        String username,

        @NotBlank(message = "must be the password of the MDM login")
        String password,

        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("10m") Duration streamTimeout,
        @DefaultValue("32MB") DataSize maxAnswer,

        @Min(value = 1, message = "must be at least 1") @DefaultValue("20")
        int maxConcurrent,

        @Nullable Path certificateAuthority,

        @Pattern(regexp = "([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}", message = "must be a SHA-256 in hex") @Nullable
        String pinnedCertificate,

        @Nullable URI proxy) {

    private static final java.util.regex.Pattern THIS_MACHINE =
            java.util.regex.Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    public MdmSettings {
        pinnedCertificate = pinnedCertificate == null || pinnedCertificate.isBlank() ? null : pinnedCertificate.strip();
    }

    /** With nothing but the address and the login; the rest as by default. */
    public static MdmSettings of(URI url, String username, String password) {
        return new MdmSettings(
                url,
                username,
                password,
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                DataSize.ofMegabytes(32),
                20,
                null,
                null,
                null);
    }

    /** Basic authentication sends the password as good as readable, so plain http is for this machine alone. */
    @AssertTrue(message = "url must be https://host/api, without login, query or fragment; http only for this machine")
    boolean isUrlUsable() {
        if (url == null) {
            return true;
        }
        boolean plain = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
        return plain
                && url.getHost() != null
                && switch (url.getScheme()) {
                    case "https" -> true;
                    case "http" -> THIS_MACHINE.matcher(url.getHost()).matches();
                    case null, default -> false;
                };
    }

    @AssertTrue(message = "time-outs must be longer than nothing")
    boolean isPatient() {
        return Stream.of(connectTimeout, readTimeout, callTimeout, streamTimeout)
                .allMatch(timeout -> timeout.toMillis() > 0);
    }

    @AssertTrue(message = "either certificate-authority or pinned-certificate, not both")
    boolean isTrustClear() {
        return certificateAuthority == null || pinnedCertificate == null;
    }

    @AssertTrue(message = "certificate-authority must be a PEM file that is there, can be read and holds certificates")
    boolean isAuthorityUsable() {
        return certificateAuthority == null || Trust.holdsAuthorities(certificateAuthority);
    }

    @AssertTrue(message = "proxy must be http://host:port")
    boolean isProxyUsable() {
        return proxy == null || ("http".equals(proxy.getScheme()) && proxy.getHost() != null && proxy.getPort() > 0);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "MdmSettings[url=" + url + ", username=" + username + "]";
    }
}
