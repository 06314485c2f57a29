package se.handtag.identity;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people sign in, {@code handtag.identity.*}.
 *
 * @param issuer the provider's issuer, as OpenID Connect Discovery 1.0 defines it
 * @param claims which claims carry what
 * @param roles which values of the roles claim mean which role
 */
@Validated
@ConfigurationProperties("handtag.identity")
record IdentitySettings(
        @NotBlank String issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue Claims claims,
        @DefaultValue Roles roles) {

    /** Names of claims; those of Entra ID where it has one. */
    record Claims(
            @DefaultValue("roles") String roles,
            @DefaultValue("manager") String manager,
            @DefaultValue("oid") String directoryId,
            @DefaultValue("upn") String upn,
            @DefaultValue("onprem_domain") String domain,
            @DefaultValue("onprem_sam") String samAccount) {}

    /** Values of the roles claim. */
    record Roles(
            @DefaultValue("handtag-it") String it,
            @DefaultValue("handtag-helpdesk") String helpDesk,
            @DefaultValue("handtag-auditor") String auditor) {}

    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
