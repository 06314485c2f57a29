package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.Stays.SignedOut;
import se.handtag.identity.Stays.Stay;

/** Where people are signed in, and signing out from afar. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaysTest {
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

    @Autowired
    private Stays stays;

    @Autowired
    private KnownSessions known;

    @Autowired
    private SamplePeople people;

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nobodyIsSignedIn() {
        database.sql("delete from identity.session").update();
    }

    @AfterEach
    void signOut() {
        RequestContextHolder.resetRequestAttributes();
        people.signOut();
    }

    @Test
    void a_person_sees_their_own_places_with_browser_and_address_and_nobody_elses() {
        people.session("bo");
        from(PHONE, "198.51.100.7");
        people.session("anna");
        RequestContextHolder.resetRequestAttributes();
        people.signIn("anna");

        assertThat(stays.mine())
                .hasSize(2)
                .anySatisfy(stay -> {
                    assertThat(stay.browser()).isEqualTo("Safari, iPhone");
                    assertThat(stay.address()).isEqualTo("198.51.100.7");
                    assertThat(stay.here()).isFalse();
                })
                .anySatisfy(stay -> assertThat(stay.here()).isTrue());
    }

    @Test
    void last_used_is_when_somebody_did_something_and_not_when_a_page_merely_stayed_open() {
        people.signIn("anna");
        var session = principal().session();
        var request = new MockHttpServletRequest();
        request.getSession(true);
        request.setRemoteAddr("198.51.100.8");
        clock.pass(Duration.ofMinutes(5));
        request.setQueryString("v-r=heartbeat");
        known.used(session, request);
        assertThat(stays.mine().getFirst().used())
                .isEqualTo(stays.mine().getFirst().began());
        request.setQueryString("v-r=uidl");
        known.used(session, request);
        Stay now = stays.mine().getFirst();
        assertThat(Duration.between(now.began(), now.used())).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(now.address()).isEqualTo("198.51.100.8");
    }

    @Test
    void whoever_signs_in_anew_in_a_browser_is_in_one_place() {
        people.signIn("anna");
        people.signInFresh("anna");
        assertThat(stays.mine()).hasSize(1);
    }

    @Test
    void what_is_idle_for_too_long_is_no_longer_there() {
        people.session("anna");
        clock.pass(Duration.ofMinutes(31));
        people.signIn("anna");
        assertThat(stays.mine())
                .singleElement()
                .satisfies(stay -> assertThat(stay.here()).isTrue());
        known.clean();
        assertThat(database.sql("select count(*) from identity.session")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void signing_out_there_takes_a_fresh_sign_in_and_ends_that_place_alone() {
        var phone = people.session("anna");
        var desk = people.session("anna");
        var there = id(phone);
        people.signIn("anna");
        assertThat(stays.signOut(people.actor("anna"), there)).isEqualTo(SignedOut.SIGN_IN_FIRST);
        assertThat(people.isEnded(phone)).isFalse();

        people.signInFresh("anna");
        assertThat(stays.signOut(people.actor("anna"), there)).isEqualTo(SignedOut.YES);
        assertThat(people.isEnded(phone)).isTrue();
        assertThat(people.isEnded(desk)).isFalse();
        assertThat(stays.signOut(people.actor("anna"), there)).isEqualTo(SignedOut.GONE);
        assertThat(stays.signOutElsewhere(people.actor("anna")))
                .as("the fresh sign-in is used up")
                .isEqualTo(SignedOut.SIGN_IN_FIRST);
    }

    @Test
    void nobody_signs_another_out_by_a_number() {
        var bos = people.session("bo");
        people.signInFresh("anna");
        assertThat(stays.signOut(people.actor("anna"), id(bos))).isEqualTo(SignedOut.GONE);
        assertThat(people.isEnded(bos)).isFalse();
    }

    @Test
    void signing_out_elsewhere_leaves_the_place_it_is_pressed_in() {
        var phone = people.session("anna");
        people.signInFresh("anna");
        var here = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        assertThat(stays.signOutElsewhere(people.actor("anna"))).isEqualTo(SignedOut.YES);
        assertThat(people.isEnded(phone)).isTrue();
        assertThat(people.isEnded(here)).isFalse();
        assertThat(stays.mine()).hasSize(1);
    }

    @Test
    void it_signs_a_person_out_everywhere_and_it_is_on_their_record() {
        var phone = people.session("anna");
        var bos = people.session("bo");
        people.signIn("sara");
        assertThat(stays.signOutPerson(people.actor("sara"), "anna.akesson@fjallrav.example"))
                .isTrue();
        assertThat(people.isEnded(phone)).isTrue();
        assertThat(people.isEnded(bos)).isFalse();
        assertThat(lastRecord()).contains("\"sessions\":\"all\"", "from afar", "SIGN_OUT");
        assertThat(stays.signOutPerson(people.actor("sara"), "nobody@fjallrav.example"))
                .isFalse();
    }

    @Test
    void it_signs_everybody_out_by_one_press_but_whoever_presses() {
        var phone = people.session("anna");
        var bos = people.session("bo");
        people.signIn("sara");
        var saras = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        stays.signOutEverybody(people.actor("sara"), "a stolen backup");
        assertThat(people.isEnded(phone)).isTrue();
        assertThat(people.isEnded(bos)).isTrue();
        assertThat(people.isEnded(saras)).isFalse();
        assertThat(people.isEnded(people.session("anna")))
                .as("who signs in anew is in")
                .isFalse();
        assertThat(lastRecord()).contains("\"sessions\":\"everybody\"");
    }

    @ParameterizedTest
    @CsvSource({"anna", "bo", "maja", "per-olof"})
    void nobody_but_it_signs_others_out(String username) {
        people.signIn(username);
        var actor = people.actor(username);
        assertThatThrownBy(() -> stays.signOutPerson(actor, "bo.lind@fjallrav.example"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> stays.signOutEverybody(actor, "because")).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0              | Firefox, Windows
                    Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0         | Edge, Windows
                    Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36       | Chrome, Android
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605  | Safari, macOS
                    <script>alert(1)</script>                                                                      |
                    """)
    void a_browser_is_known_by_its_family_alone(String says, String known) {
        assertThat(BrowserFamily.of(says)).isEqualTo(known);
    }

    private String lastRecord() {
        return database.sql("select body from audit.record order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static void from(String browser, String address) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", browser);
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static SessionId id(Authentication session) {
        return ((PersonPrincipal) Objects.requireNonNull(session.getPrincipal()))
                .session()
                .id();
    }

    private static PersonPrincipal principal() {
        return SignedIn.principal().orElseThrow();
    }
}
