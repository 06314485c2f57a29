package se.handtag.trial.idp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * An account of the trial's identity provider, as {@code sample-company/people.yaml} has it.
 *
 * @param subject stable id, the {@code sub} of every token
 * @param username what the person types to sign in
 * @param manager the manager's e-mail address, or null when the directory names none
 * @param directoryId the directory's own id of the person
 * @param upn user principal name
 * @param onPremisesDomainName null for an account that lives in the cloud alone
 * @param onPremisesSamAccountName null for an account that lives in the cloud alone
 * @param locale {@code sv} or {@code en}
 * @param as whom this is good to sign in as, in one line; null when not offered on the sign-in page
 */
public record Person(
        String subject,
        String username,
        String name,
        String email,
        boolean emailVerified,
        List<String> roles,
        @Nullable String manager,
        String directoryId,
        String upn,
        @Nullable String onPremisesDomainName,
        @Nullable String onPremisesSamAccountName,
        String locale,
        @Nullable Line as)
        implements AuthenticatedPrincipal {
    /** One line in both languages. */
    public record Line(String en, String sv) {
        /** The line in Swedish for Swedish, else in English. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("sv") ? sv : en;
        }
    }

    /** The subject, which is what tokens call the person. */
    @Override
    public String getName() {
        return subject;
    }

    String givenName() {
        return name.substring(0, name.indexOf(' '));
    }

    String familyName() {
        return name.substring(name.indexOf(' ') + 1);
    }
}
