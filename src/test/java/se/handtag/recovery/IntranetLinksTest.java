package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.BO;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.recovery.IntranetLink.Purpose;

/** Signed links. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntranetLinksTest {
    private static final String LOVISA = "lovisa.ekdahl";

    @Autowired
    private IntranetLinks links;

    @Autowired
    private SamplePeople people;

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient database;

    @Test
    void leads_whoever_it_is_for_to_its_purpose_and_tells_nothing_by_itself() {
        var link = create(List.of("Lovisa.Ekdahl@fjallrav.example"));
        String token = token(link);
        // Shorter words come about by chance.
        assertThat(token).doesNotContainIgnoringCase("lovisa", "fjallrav");
        assertThat(links.follow(people.person(LOVISA), token)).contains(link);
        assertThat(links.follow(people.person("eva"), token)).as("not for her").isEmpty();
        assertThat(links.resolve(people.person("eva"), link.id())).isEmpty();
    }

    @Test
    void a_link_without_an_audience_is_for_everyone() {
        assertThat(links.follow(people.person("eva"), token(create(List.of())))).isPresent();
    }

    @Test
    void no_character_of_it_can_be_changed() {
        String token = token(create(List.of()));
        var eva = people.person("eva");
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(links.follow(eva, changed)).as(changed).isEmpty();
        }
        assertThat(links.follow(eva, "")).isEmpty();
    }

    @Test
    void an_audience_widened_in_the_database_widens_nothing() {
        var link = create(List.of("lovisa.ekdahl@fjallrav.example"));
        String token = token(link);
        assertThat(links.resolve(people.person("lovisa.ekdahl"), link.id())).isPresent();
        database.sql("update recovery.intranet_link set audience = '{}' where id = :id")
                .param("id", link.id())
                .update();
        var widened = links.all().getFirst();
        assertThat(widened.id()).isEqualTo(link.id());
        for (String each : List.of(token, token(widened))) {
            assertThat(links.follow(people.person("eva"), each)).isEmpty();
        }
        assertThat(links.resolve(people.person("eva"), link.id()))
                .as("by its number alone")
                .isEmpty();
    }

    @Test
    void a_link_made_before_signatures_were_kept_serves_once_it_is_followed() {
        var eva = people.person("eva");
        var link = create(List.of());
        String token = token(link);
        database.sql("update recovery.intranet_link set signature = null where id = :id")
                .param("id", link.id())
                .update();
        assertThat(links.resolve(eva, link.id())).isEmpty();
        assertThat(links.follow(eva, token)).contains(link);
        assertThat(links.resolve(eva, link.id())).contains(link);
    }

    @Test
    void it_ends_with_its_time_and_when_it_is_revoked() {
        var eva = people.person("eva");
        var link = create(List.of());
        String token = token(link);
        assertThat(links.revoke(people.actor("sara"), link.id())).isTrue();
        assertThat(links.revoke(people.actor("sara"), link.id())).isFalse();
        assertThat(links.follow(eva, token)).isEmpty();
        assertThat(links.resolve(eva, link.id())).isEmpty();
        String second = token(create(List.of()));
        clock.pass(Duration.ofDays(8));
        assertThat(links.follow(eva, second)).isEmpty();
    }

    @Test
    void only_it_creates_and_revokes_links() {
        var link = create(List.of());
        for (String username : new String[] {"anna", "maja", "per-olof"}) {
            assertThatThrownBy(() -> create(username)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> links.revoke(people.actor(username), link.id()))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private String token(IntranetLink link) {
        return links.path(link).substring("/lost/link/".length());
    }

    private IntranetLink create(List<String> audience) {
        return links.create(
                people.actor("sara"),
                Purpose.COLLEAGUE,
                "Warehouse",
                audience,
                BO,
                null,
                clock.instant().plus(Duration.ofDays(7)));
    }

    private IntranetLink create(String username) {
        return links.create(
                people.actor(username),
                Purpose.LOST,
                "Mine",
                List.of(),
                null,
                null,
                clock.instant().plus(Duration.ofDays(7)));
    }
}
