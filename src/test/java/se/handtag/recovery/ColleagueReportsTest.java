package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalReads;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.recovery.ColleagueReports.Taken;

/** Reports for those who cannot sign in. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ColleagueReportsTest {
    @Autowired
    private ColleagueReports reports;

    @Autowired
    private LostReports lost;

    @Autowired
    private Commands commands;

    @Autowired
    private SamplePeople people;

    @Autowired
    private PortalMdm mdm;

    @Autowired
    private PortalReads reads;

    @Autowired
    private PortalState state;

    @Autowired
    private PortalClock clock;

    @Autowired
    private AuditLog log;

    @Test
    void locks_what_can_be_locked_of_the_colleagues_phones_and_tablets_and_nothing_else() {
        String email = people.person("bo").directory().email();
        people.person("bo");
        assertThat(reports.report(people.actor("lovisa.ekdahl"), String.valueOf(email), null))
                .isEqualTo(Taken.YES);
        await().untilAsserted(() -> assertThat(mdm.received(BOS_IPHONE)).containsExactly("lockdevice"));
        ColleagueReport report = only();
        assertThat(report.owner()).isEqualTo(people.person("bo").name());
        assertThat(report.locks()).isPositive();
        assertThat(lost.open()).as("nothing but locks").isEmpty();
    }

    @Test
    void commands_are_the_colleagues_and_the_record_names_both() {
        reports.report(people.actor("lovisa.ekdahl"), people.person("bo").name(), null);
        await().untilAsserted(() -> assertThat(mdm.received(BOS_IPHONE)).containsExactly("lockdevice"));
        Command lock = commands.ofDevice(BOS_IPHONE, 1).getFirst();
        // Bo may have a second account by now, of another test.
        assertThat(lock.by()).isNotEqualTo(people.person("lovisa.ekdahl").id());
        assertThat(lock.byName()).isEqualTo(people.person("bo").name());
        await().until(() -> "carried out".equals(newest().outcome()));
        AuditRecord carriedOut = newest();
        assertThat(carriedOut.outcome()).isEqualTo("carried out");
        assertThat(carriedOut.onBehalfOf()).isEqualTo(people.person("bo").name());
        assertThat(carriedOut.facts())
                .containsEntry("reportedBy", people.person("lovisa.ekdahl").name());
    }

    @Test
    void taking_a_report_asks_the_mdm_nothing_whoever_is_named() {
        state.holdSending();
        reads.forget();
        for (String whom : List.of(people.person("bo").name(), "yusuf", "Nobody Of That Name", "' or 1=1 --")) {
            assertThat(reports.report(people.actor("lovisa.ekdahl"), whom, null))
                    .isEqualTo(Taken.YES);
        }
        assertThat(reads.asked()).isEmpty();
        await().until(() -> "reported".equals(newest().outcome()));
    }

    @Test
    void whom_nobody_or_several_fit_is_for_it_to_find_out_and_who_has_no_device_gets_no_lock() {
        mdm.addUser("{\"name\":\"Twin Namesake\"}");
        mdm.addUser("{\"name\":\"Twin Namesake\"}");
        for (String whom : List.of("Nobody Of That Name", "nobody@nowhere.example", "Twin Namesake")) {
            reports.report(people.actor("lovisa.ekdahl"), whom, null);
        }
        await().untilAsserted(() ->
                assertThat(all()).hasSize(3).allMatch(report -> report.doneAt() != null && report.owner() == null));
        String yusuf = people.person("yusuf").name();
        reports.report(people.actor("lovisa.ekdahl"), yusuf, null);
        await().untilAsserted(() -> assertThat(all())
                .filteredOn(report -> yusuf.equals(report.owner()))
                .singleElement()
                .satisfies(
                        report -> assertThat(report.doneAt()).isNotNull(),
                        report -> assertThat(report.locks()).isZero()));
    }

    @Test
    void waits_for_the_mdm_when_it_is_away() {
        mdm.fault("error", "GET", "");
        reports.report(people.actor("lovisa.ekdahl"), people.person("bo").name(), null);
        mdm.noFaults();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(mdm.received(BOS_IPHONE)).containsExactly("lockdevice"));
    }

    @Test
    void nobody_reports_more_than_a_few_a_day() {
        state.holdSending();
        for (int i = 0; i < 5; i++) {
            assertThat(reports.report(people.actor("lovisa.ekdahl"), "Somebody " + i, null))
                    .isEqualTo(Taken.YES);
        }
        assertThat(reports.report(people.actor("lovisa.ekdahl"), "One More", null))
                .isEqualTo(Taken.TOO_MANY);
        assertThat(reports.report(people.actor("eva"), "One More", null)).isEqualTo(Taken.YES);
        clock.pass(Duration.ofHours(25));
        assertThat(reports.report(people.actor("lovisa.ekdahl"), "One More", null))
                .isEqualTo(Taken.YES);
    }

    private List<ColleagueReport> all() {
        return reports.since(clock.instant().minus(Duration.ofDays(2)));
    }

    private ColleagueReport only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private AuditRecord newest() {
        return log.find(new AuditQuery(null, null, AuditKind.LOST, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }
}
