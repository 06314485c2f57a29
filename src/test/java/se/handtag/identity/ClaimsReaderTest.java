package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import se.handtag.PortalTest;

/** What becomes of the claims of an identity provider, whichever of them it gives. */
@PortalTest
class ClaimsReaderTest {
    @Autowired
    ClaimsReader reader;

    @Autowired
    Contacts contacts;

    @Autowired
    Persons persons;

    @Autowired
    Standing standing;

    @Autowired
    Sessions sessions;

    @Autowired
    FreshSignIns fresh;

    @Test
    void a_person_has_the_claims_that_the_mdm_knows_people_by() {
        Person person = read(Map.of(
                "name", "Anna Åkesson",
                "preferred_username", "anna",
                "email", "Anna.Akesson@fjallrav.example",
                "oid", "an-id",
                "upn", "anna.akesson@fjallrav.example",
                "onprem_domain", "ad.fjallrav.example",
                "onprem_sam", "anna.akesson",
                "manager", "Bo.Lind@fjallrav.example"));
        assertThat(person.name()).isEqualTo("Anna Åkesson");
        assertThat(person.directory())
                .isEqualTo(new DirectoryClaims(
                        "an-id",
                        "ad.fjallrav.example",
                        "anna.akesson",
                        "Anna.Akesson@fjallrav.example",
                        "anna.akesson@fjallrav.example"));
        assertThat(person.addresses()).containsExactly("anna.akesson@fjallrav.example");
        assertThat(person.manager()).isEqualTo("Bo.Lind@fjallrav.example");
    }

    @Test
    void without_a_name_the_username_stands_and_without_that_the_subject() {
        assertThat(read(Map.of("preferred_username", "anna")).name()).isEqualTo("anna");
        assertThat(read(Map.of()).name()).isEqualTo("claims-test");
    }

    @Test
    void an_address_that_the_provider_has_not_verified_is_none() {
        assertThat(read(Map.of("email", "anna@fjallrav.example", "email_verified", false))
                        .directory()
                        .email())
                .isNull();
        assertThat(read(Map.of("email", "anna@fjallrav.example", "email_verified", true))
                        .directory()
                        .email())
                .isEqualTo("anna@fjallrav.example");
    }

    @Test
    void the_name_that_somebody_signs_in_with_is_no_address_for_they_may_have_chosen_it() {
        assertThat(read(Map.of("preferred_username", "eva.noren@fjallrav.example", "upn", "me@fjallrav.example"))
                        .addresses())
                .containsExactly("me@fjallrav.example");
        assertThat(persons.withAddress("eva.noren@fjallrav.example"))
                .doesNotContain(read(Map.of("preferred_username", "eva.noren@fjallrav.example"))
                        .id());
    }

    @Test
    void who_signs_in_with_fewer_roles_is_signed_out_everywhere_else() {
        PersonPrincipal before = signIn(Map.of("roles", List.of("handtag-it", "handtag-auditor")));
        PersonPrincipal same = signIn(Map.of("roles", List.of("handtag-it", "handtag-auditor")));
        assertThat(sessions.isEnded(before)).isFalse();
        PersonPrincipal fewer = signIn(Map.of("roles", List.of("handtag-auditor")));
        assertThat(sessions.isEnded(before)).isTrue();
        assertThat(sessions.isEnded(same)).isTrue();
        assertThat(sessions.isEnded(fewer)).isFalse();
        assertThat(persons.rolesOf(fewer.person().id())).contains(Set.of(Role.EMPLOYEE, Role.AUDITOR));
        PersonPrincipal more = signIn(Map.of("roles", List.of("handtag-it", "handtag-auditor")));
        assertThat(sessions.isEnded(fewer)).isFalse();
        assertThat(sessions.isEnded(more)).isFalse();
    }

    @Test
    void blank_claims_and_claims_of_another_form_say_nothing() {
        Person person = read(Map.of("name", "  ", "preferred_username", " anna ", "oid", 17, "manager", List.of("bo")));
        assertThat(person.name()).isEqualTo("anna");
        assertThat(person.directory().directoryId()).isNull();
        assertThat(person.manager()).isNull();
    }

    @Test
    void everybody_is_an_employee_and_roles_come_from_the_claim_alone() {
        assertThat(read(Map.of()).roles()).containsExactly(Role.EMPLOYEE);
        assertThat(read(Map.of("roles", List.of("handtag-it", "handtag-auditor", "something-else")))
                        .roles())
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.IT, Role.AUDITOR);
        assertThat(read(Map.of("roles", "handtag-it")).roles())
                .as("a text is no list of roles")
                .containsExactly(Role.EMPLOYEE);
        assertThat(read(Map.of("roles", List.of("HANDTAG-IT"))).roles()).containsExactly(Role.EMPLOYEE);
    }

    @Test
    void roles_come_from_every_claim_that_settings_name_also_from_one_inside_another() {
        var claims = new IdentitySettings.Claims(
                List.of("realm_access.roles", "groups", "https://example.com/roles"), "m", "o", "u", "d", "s");
        var roles = new IdentitySettings.Roles(
                List.of("handtag-it", "it-department"), List.of("first-aid"), List.of("handtag-auditor"));
        var hour = Duration.ofHours(1);
        var settings = new IdentitySettings(
                "http://localhost",
                "a",
                "b",
                claims,
                roles,
                hour,
                hour,
                hour,
                hour,
                List.of(),
                List.of(),
                1200,
                List.of("openid"),
                hour,
                hour,
                List.of(),
                10,
                List.of());
        var own = new ClaimsReader(settings, standing, sessions, fresh, contacts);
        assertThat(read(own, Map.of("groups", List.of("it-department"))).roles())
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.IT);
        assertThat(read(own, Map.of("realm_access", Map.of("roles", List.of("first-aid"))))
                        .roles())
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.HELP_DESK);
        assertThat(read(own, Map.of("https://example.com/roles", List.of("handtag-auditor")))
                        .roles())
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.AUDITOR);
        assertThat(read(own, Map.of("roles", List.of("handtag-it"), "realm_access", "handtag-it"))
                        .roles())
                .as("no claim that is named, and no list")
                .containsExactly(Role.EMPLOYEE);
    }

    @Test
    void the_language_of_the_provider_counts_until_the_person_reads_the_portal_in_one() {
        Map<String, Object> claims = Map.of("email", "claims@fjallrav.example", "locale", "sv_SE");
        Person person = read(claims);
        assertThat(contacts.of(person.id())).get().satisfies(contact -> {
            assertThat(contact.mail()).isEqualTo("claims@fjallrav.example");
            assertThat(contact.language()).isNotNull();
        });
        contacts.speaks(person.id(), Locale.ENGLISH);
        read(claims);
        assertThat(contacts.of(person.id()).orElseThrow().language()).isEqualTo(Locale.ENGLISH);
    }

    private Person read(Map<String, Object> claims) {
        return signIn(reader, claims).person();
    }

    private PersonPrincipal signIn(Map<String, Object> claims) {
        return signIn(reader, claims);
    }

    private static Person read(ClaimsReader reader, Map<String, Object> claims) {
        return signIn(reader, claims).person();
    }

    private static PersonPrincipal signIn(ClaimsReader reader, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", "claims-test");
        var now = Instant.now();
        var token = new OidcIdToken("value", now, now.plusSeconds(60), all);
        var access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "value", now, now.plusSeconds(60));
        return (PersonPrincipal) reader.loadUser(new OidcUserRequest(registration(null), access, token));
    }

    /** Without an address for user info, so that nothing is asked anywhere. */
    private static ClientRegistration registration(@Nullable String userInfo) {
        return ClientRegistration.withRegistrationId(Door.PORTAL.registration())
                .clientId("handtag")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost/login")
                .authorizationUri("http://localhost/authorize")
                .tokenUri("http://localhost/token")
                .userInfoUri(userInfo)
                .build();
    }
}
