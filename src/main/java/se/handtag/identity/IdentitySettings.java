package se.handtag.identity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in, {@code handtag.identity.*}.
 *
 * @param issuer the provider's issuer, as OpenID Connect Discovery 1.0 defines it
 * @param claims which claims carry what
 * @param roles which values of the roles' claims mean which role
 * @param freshFor how long a sign-in counts as fresh
 * @param clockSkew how far the provider's clock may be from the portal's
 * @param lostSession how long a sign-in at {@code /lost} lasts
 * @param longestSession how long any other sign-in lasts at most, however busy
 * @param acr of these one must be the {@code acr} of a sign-in at the portal's door, and is asked for; empty for any
 * @param amr of these one must be in the {@code amr} of such a sign-in; empty for any
 * @param requestsAMinute how much one session may ask of a node in a minute
 * @param scopes what is asked for at the provider
 * @param recheckEvery how often the provider is asked whether somebody who stays is still there, by chance up to a fifth sooner; zero for never
 * @param recheckGrace how much longer somebody may stay about whom the provider does not answer
 * @param gone of these texts one is in the {@code error_description} of a refused refresh when the account is disabled or deleted
 * @param attemptsAMinute how often one address may knock at a door in a minute
 * @param proxies addresses or networks of proxies whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("handtag.identity")
record IdentitySettings(
        @NotBlank(message = "must be set") String issuer,
        @NotBlank(message = "must be set") String clientId,
        @NotBlank(message = "must be set") String clientSecret,
        @DefaultValue Claims claims,
        @DefaultValue Roles roles,

        @DefaultValue("5m") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration freshFor,

        @DefaultValue("30s") @DurationMin(message = "must not be less than nothing")
        Duration clockSkew,

        @DefaultValue("10m") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration lostSession,

        @DefaultValue("12h") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration longestSession,

        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,

        @DefaultValue("1200") @Min(value = 60, message = "must be at least 60")
        int requestsAMinute,

        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,

        @DefaultValue("5m") @DurationMin(message = "must not be less than nothing")
        Duration recheckEvery,

        @DefaultValue("1h") @DurationMin(message = "must not be less than nothing")
        Duration recheckGrace,

        @DefaultValue({"User disabled", "AADSTS50057", "AADSTS50034"})
        List<String> gone,

        @DefaultValue("300") @Min(value = 10, message = "must be at least 10")
        int attemptsAMinute,

        @DefaultValue List<String> proxies) {

    IdentitySettings {
        acr = List.copyOf(acr);
        amr = List.copyOf(amr);
        gone = List.copyOf(gone);
        proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    @AssertTrue(
            message =
                    "handtag.identity.proxies names addresses or networks, such as 10.1.0.5 or 10.1.0.0/16, with commas between")
    boolean isProxiesKnown() {
        return proxies.stream().allMatch(NamedProxies::isAddress);
    }

    /**
     * Names of claims; those of Entra ID where it has one.
     *
     * @param roles of the lists of roles or groups; a dot leads into a claim, as in {@code realm_access.roles}
     */
    record Claims(
            @DefaultValue("roles") List<String> roles,
            @DefaultValue("manager") String manager,
            @DefaultValue("oid") String directoryId,
            @DefaultValue("upn") String upn,
            @DefaultValue("onprem_domain") String domain,
            @DefaultValue("onprem_sam") String samAccount) {}

    /** Values of the roles' claims; any of a role's gives it. */
    record Roles(
            @DefaultValue("handtag-it") List<String> it,
            @DefaultValue("handtag-helpdesk") List<String> helpDesk,
            @DefaultValue("handtag-auditor") List<String> auditor) {

        Map<Role, List<String>> each() {
            return Map.of(Role.IT, it, Role.HELP_DESK, helpDesk, Role.AUDITOR, auditor);
        }
    }

    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
