package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import se.handtag.PortalTest;

/** Which sessions end when the provider says that somebody has signed out. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderLogoutTest {
    @Autowired
    private Sessions sessions;

    @Autowired
    private SamplePeople people;

    @Autowired
    private JdbcClient database;

    private final String desk = "desk-" + UUID.randomUUID();
    private final String phone = "phone-" + UUID.randomUUID();

    @Test
    void one_session_of_the_provider_ends_and_whoever_signs_in_by_it_once_more_is_not_let_in() {
        var anna = people.person("anna");
        var atDesk = session(anna, desk);
        var onPhone = session(anna, phone);
        sessions.endedByProvider(anna.id(), desk, message());
        assertThat(sessions.isEnded(atDesk)).isTrue();
        assertThat(sessions.isEnded(onPhone)).isFalse();
        assertThat(sessions.isEnded(session(anna, desk)))
                .as("the provider's session is over for good")
                .isTrue();
    }

    @Test
    void a_session_named_alone_ends_whosever_it_is() {
        var atDesk = session(people.person("anna"), desk);
        sessions.endedByProvider(null, desk, message());
        assertThat(sessions.isEnded(atDesk)).isTrue();
        assertThat(sessions.isEnded(session(people.person("anna"), phone))).isFalse();
    }

    @Test
    void anothers_session_of_that_number_stays() {
        var atDesk = session(people.person("anna"), desk);
        sessions.endedByProvider(people.person("bo").id(), desk, message());
        assertThat(sessions.isEnded(atDesk)).isFalse();
    }

    @Test
    void all_sessions_end_when_only_the_person_is_named_and_a_message_counts_once() {
        var anna = people.person("anna");
        String message = message();
        int before = signOutsOnRecord();
        var atDesk = session(anna, desk);
        var nowhere = session(anna, null);
        sessions.endedByProvider(anna.id(), null, message);
        assertThat(sessions.isEnded(atDesk)).isTrue();
        assertThat(sessions.isEnded(nowhere)).isTrue();

        var later = session(anna, phone);
        sessions.endedByProvider(anna.id(), null, message);
        assertThat(sessions.isEnded(later)).as("the same message again").isFalse();
        assertThat(signOutsOnRecord()).isEqualTo(before + 1);
    }

    private int signOutsOnRecord() {
        return database.sql("select count(*) from audit.record where kind = 'SIGN_OUT'")
                .query(Integer.class)
                .single();
    }

    private static String message() {
        return UUID.randomUUID().toString();
    }

    private PersonPrincipal session(Person person, @Nullable String providerSession) {
        var token = new OidcIdToken(
                "test", Instant.now(), Instant.now().plusSeconds(3600), Map.of("sub", person.subject()));
        return new PersonPrincipal(
                person,
                new DefaultOidcUser(List.of(), token),
                sessions.begin(person.id(), Door.PORTAL, providerSession, null));
    }
}
