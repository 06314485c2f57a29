package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;

@PortalTest
class DelegationTest {
    private static final String JASMINA = "jasmina.hodzic@fjallrav.example";
    private static final String KARIN = "karin.ostlund@fjallrav.example";
    private static final String LEIF = "leif.hagglund@fjallrav.example";

    @Autowired
    Delegations delegations;

    @Autowired
    ApproverNames names;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void lookAtTheClock() {
        now = clock.instant();
    }

    @Test
    void a_stand_in_is_one_from_the_first_day_to_the_last_and_on_record() {
        assertThat(delegations.delegate(
                        people.actor("bo"),
                        JASMINA,
                        now.plus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(3)),
                        Set.of()))
                .isInstanceOf(Delegated.Done.class);
        assertThat(delegations.to(people.person("jasmina.hodzic"))).isEmpty();
        clock.pass(Duration.ofDays(2));
        assertThat(delegations.to(people.person("jasmina.hodzic")))
                .singleElement()
                .extracting(Delegation::fromName)
                .isEqualTo("Bo Lind");
        clock.pass(Duration.ofDays(2));
        assertThat(delegations.to(people.person("jasmina.hodzic"))).isEmpty();
        assertThat(delegations.by(people.person("bo"))).isEmpty();
    }

    @Test
    void nobody_stands_in_for_themselves_nor_somebody_nobody_knows_nor_for_no_time() {
        var bo = people.actor("bo");
        var end = now.plus(Duration.ofDays(1));
        assertThat(delegations.delegate(bo, "bo.lind@fjallrav.example", now, end, Set.of()))
                .isEqualTo(new Delegated.Yourself());
        assertThat(delegations.delegate(bo, "nobody@fjallrav.example", now, end, Set.of()))
                .isEqualTo(new Delegated.Nobody());
        assertThat(delegations.delegate(bo, JASMINA, end, end, Set.of())).isEqualTo(new Delegated.NoTime());
        assertThat(delegations.delegate(bo, JASMINA, now.minus(Duration.ofDays(2)), now.minusSeconds(1), Set.of()))
                .isEqualTo(new Delegated.NoTime());
    }

    @Test
    void only_who_gave_it_ends_it() {
        var given = (Delegated.Done)
                delegations.delegate(people.actor("bo"), KARIN, now, now.plus(Duration.ofDays(1)), Set.of());
        assertThat(delegations.end(
                        people.actor("karin.ostlund"), given.delegation().id()))
                .isFalse();
        assertThat(delegations.end(people.actor("bo"), given.delegation().id())).isTrue();
        assertThat(delegations.to(people.person("karin.ostlund"))).isEmpty();
        assertThat(delegations.end(people.actor("bo"), given.delegation().id())).isFalse();
    }

    @Test
    void who_leaves_stands_in_for_nobody_and_nobody_for_them() {
        delegations.delegate(people.actor("bo"), JASMINA, now, now.plus(Duration.ofDays(1)), Set.of());
        delegations.delegate(people.actor("jasmina.hodzic"), LEIF, now, now.plus(Duration.ofDays(1)), Set.of());
        delegations.lapse(people.person("jasmina.hodzic").addresses());
        assertThat(delegations.to(people.person("jasmina.hodzic"))).isEmpty();
        assertThat(delegations.to(people.person("leif.hagglund"))).isEmpty();
    }

    @Test
    void somebody_who_never_signed_in_is_called_as_the_mdm_knows_them() {
        assertThat(names.of(KARIN)).isEqualTo("Karin Östlund");
        assertThat(names.of("nobody@fjallrav.example")).isEqualTo("nobody@fjallrav.example");
    }
}
