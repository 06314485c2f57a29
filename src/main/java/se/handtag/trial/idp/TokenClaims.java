package se.handtag.trial.idp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What an id token says about a person. A claim that the directory has no value for is absent, as at other providers. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    static final List<String> NAMES = List.of(
            "sub",
            "name",
            "given_name",
            "family_name",
            "preferred_username",
            "email",
            "email_verified",
            "locale",
            "roles",
            "manager",
            "oid",
            "upn",
            "onprem_domain",
            "onprem_sam",
            "auth_time",
            "sid");

    private final Accounts accounts;

    TokenClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        if (principal != null && principal.getPrincipal() instanceof Person person) {
            if (accounts.isDisabled(person)) {
                throw new OAuth2AuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "User disabled", null));
            }
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                describe(person, context.getClaims());
            }
        }
    }

    private void describe(Person person, JwtClaimsSet.Builder claims) {
        claims.claim("name", person.name())
                .claim("given_name", person.givenName())
                .claim("family_name", person.familyName())
                .claim("preferred_username", person.username())
                .claim("email", person.email())
                .claim("email_verified", person.emailVerified())
                .claim("locale", person.locale())
                .claim("roles", accounts.roles(person))
                .claim("oid", person.directoryId())
                .claim("upn", person.upn());
        claimIfKnown(claims, "manager", person.manager());
        claimIfKnown(claims, "onprem_domain", person.onPremisesDomainName());
        claimIfKnown(claims, "onprem_sam", person.onPremisesSamAccountName());
    }

    private static void claimIfKnown(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }
}
