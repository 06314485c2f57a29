package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalTest;

/** Proof that whoever sits there is the person. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FreshSignInTest {
    @Autowired
    private FreshSignIns fresh;

    @Autowired
    private SamplePeople people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PortalClock clock;

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void one_sign_in_serves_one_action() {
        var anna = people.signInFresh("anna");
        var proof = Objects.requireNonNull(fresh.of(anna));
        assertThat(spend(proof, anna)).isTrue();
        assertThat(spend(proof, anna)).isFalse();
        assertThat(fresh.of(anna)).isNull();
    }

    @Test
    void an_ordinary_sign_in_proves_nothing() {
        var anna = people.signIn("anna");
        assertThat(fresh.of(anna)).isNull();
        assertThat(spend(null, anna)).isFalse();
    }

    @Test
    void it_is_stale_after_five_minutes() {
        var anna = people.signInFresh("anna");
        var proof = Objects.requireNonNull(fresh.of(anna));
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(fresh.of(anna)).isNull();
        assertThat(spend(proof, anna)).isFalse();
    }

    @Test
    void anothers_proof_does_not_serve() {
        var anna = people.signInFresh("anna");
        var proof = Objects.requireNonNull(fresh.of(anna));
        var bo = people.person("bo");
        assertThat(fresh.of(bo)).isNull();
        assertThat(spend(proof, bo)).isFalse();
    }

    @Test
    void a_round_to_the_provider_proves_nothing_without_a_new_auth_time_of_the_same_person() {
        var anna = people.person("anna").id();
        Instant now = clock.instant();
        var round = new FreshRound(anna, now);
        assertThat(fresh.proof(round, anna, now)).isEqualTo(new FreshSignIn(anna, now));
        refused("another_person", round, people.person("bo").id(), now);
        refused("no_auth_time", round, anna, null);
        refused("stale_auth_time", round, anna, now.minusSeconds(31));
        refused("stale_auth_time", round, anna, now.plusSeconds(60));
    }

    private void refused(String reason, FreshRound round, PersonId person, @Nullable Instant at) {
        assertThatThrownBy(() -> fresh.proof(round, person, at))
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "/%2F/evil.example",
                "/%5cevil.example",
                "/a/../b",
                "/a%2f..%2fb",
                "/a\r\nSet-Cookie: a=b",
                "/@evil.example",
                "/sign-in/fresh?to=/",
                "/%zz",
                ""
            })
    void leads_to_no_other_place_than_a_page_of_the_portal(String to) {
        assertThat(FreshSignInStart.safe(to)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/device/19eefc94-c6ca-4215-9ac4-c366a4136e1a?ask=wipe", "/inbox/a_b~c"})
    void leads_back_to_the_page_it_came_from(String to) {
        assertThat(FreshSignInStart.safe(to)).isEqualTo(to);
    }

    private boolean spend(@Nullable FreshSignIn proof, Person person) {
        return Boolean.TRUE.equals(transaction.execute(_ -> fresh.spend(proof, person.id(), "wipe")));
    }
}
