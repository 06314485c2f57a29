package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.devices.Entry.Kind;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;

@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FleetIndexTest {
    /** A number that the MDM gives nobody. */
    private static final UserId GONE = new UserId(999_998);

    @Autowired
    FleetIndex index;

    @Autowired
    IndexReading reading;

    @Autowired
    IndexOne one;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void read() {
        reading.read();
    }

    @Test
    void a_device_is_found_by_its_serial_number() {
        assertThat(index.find("k7qx", null, 0, 50))
                .extracting(Entry::kind, Entry::id)
                .containsExactly(tuple(Kind.DEVICE, PortalDevices.ANNAS_IPHONE.toString()));
    }

    @Test
    void a_person_comes_before_the_devices_that_are_theirs() {
        List<Entry> found = index.find("anna åkesson", null, 0, 50);
        assertThat(found.getFirst().kind()).isEqualTo(Kind.PERSON);
        assertThat(found)
                .filteredOn(entry -> entry.kind() == Kind.DEVICE)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.about()).isEqualTo("Anna Åkesson"));
    }

    @Test
    void apps_groups_and_tags_are_found_too() {
        assertThat(index.find("teams", Kind.APP, 0, 50)).isNotEmpty();
        assertThat(index.find("", Kind.GROUP, 0, 500)).hasSizeGreaterThan(5);
        assertThat(index.find("", Kind.TAG, 0, 500)).isNotEmpty();
    }

    @Test
    void two_characters_are_the_start_of_a_word() {
        assertThat(index.find("åk", Kind.PERSON, 0, 50))
                .extracting(Entry::title)
                .contains("Anna Åkesson");
        assertThat(index.find("ke", Kind.PERSON, 0, 50))
                .extracting(Entry::title)
                .doesNotContain("Anna Åkesson");
    }

    @Test
    void a_device_is_found_by_two_characters_of_its_owners_first_name() {
        mdm.give(PortalDevices.ANNAS_TABLET, mdm.addUser("{\"name\":\"Qi Lund\"}"));
        reading.read();
        assertThat(index.find("qi", Kind.DEVICE, 0, 50))
                .extracting(Entry::about)
                .containsExactly("Qi Lund");
    }

    @Test
    void signs_of_the_search_language_are_only_signs() {
        assertThat(index.find("%%%", null, 0, 50)).isEmpty();
        assertThat(index.find("___", null, 0, 50)).isEmpty();
        assertThat(index.find("\\", null, 0, 50)).isEmpty();
    }

    @Test
    void a_list_is_read_on_without_a_gap() {
        List<Entry> whole = index.find("", null, 0, 1_000);
        assertThat(index.find("", null, 40, 20)).isEqualTo(whole.subList(40, 60));
        assertThat(index.count("", null, 30)).isEqualTo(30);
        assertThat(index.count("", null, 1_000)).isEqualTo(whole.size());
        assertThat(index.age().orElseThrow().entries()).isEqualTo(whole.size());
    }

    @Test
    void a_device_that_changed_hands_is_found_by_its_new_owner() {
        mdm.give(PortalDevices.ANNAS_TABLET, PortalDevices.BO);
        reading.read();
        assertThat(index.find("bo lind", Kind.DEVICE, 0, 50))
                .extracting(Entry::id)
                .contains(PortalDevices.ANNAS_TABLET.toString());
    }

    @Test
    void of_a_person_who_was_deleted_nothing_is_left_beside_their_devices() {
        database.sql("""
                        update devices.entry set about = 'Nils Nyss', words = words || ' nils nyss', user_id = :gone,
                               changed = 1 + (select max(changed) from devices.entry)
                         where id = :device
                        """)
                .param("gone", GONE.value())
                .param("device", PortalDevices.ANNAS_TABLET.toString())
                .update();
        assertThat(index.find("nyss", null, 0, 50)).extracting(Entry::about).containsExactly("Nils Nyss");
        one.read(Kind.PERSON, GONE.toString());
        assertThat(index.find("nyss", null, 0, 50)).isEmpty();
        assertThat(index.find(PortalDevices.ANNAS_TABLET.toString(), null, 0, 50))
                .extracting(Entry::about)
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void each_node_finds_what_another_has_read() {
        var other = new FleetIndex(database, new NodeLines(database, transactions));
        assertThat(other.find("k7qx", null, 0, 50)).isEqualTo(index.find("k7qx", null, 0, 50));
        int before = other.count("", null, 1_000);
        database.sql("""
                        insert into devices.entry (kind, id, place, title, words, changed)
                        select 'PERSON', '999999', 0, 'Nils Nyss', ' nils nyss', 1 + max(changed) from devices.entry
                        """).update();
        assertThat(other.find("nyss", null, 0, 50)).extracting(Entry::title).containsExactly("Nils Nyss");
        reading.read();
        assertThat(other.find("nyss", null, 0, 50)).isEmpty();
        assertThat(other.count("", null, 1_000)).isEqualTo(before);
    }

    @Test
    void what_the_mdm_does_not_tell_whole_changes_nothing() {
        var before = index.age().orElseThrow();
        clock.pass(Duration.ofHours(1));
        mdm.fault("error", "GET", "/api/devices");
        assertThatThrownBy(reading::read).isInstanceOf(MdmException.class);
        reading.readIfPossible();
        assertThat(index.age()).contains(before);
        assertThat(index.find("k7qx", null, 0, 50)).hasSize(1);
    }
}
