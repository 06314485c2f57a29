package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.PortalMdm;
import se.handtag.PortalWithScreens;
import se.handtag.devices.IndexReading;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Rulebook;
import se.handtag.requests.Delegated;
import se.handtag.requests.Delegations;
import se.handtag.requests.Desk;
import se.handtag.requests.GroupApprovers;
import se.handtag.requests.SecondPerson;

/** Whoever left a page open with a question on it, and may not any more, presses yes by hand: nothing comes of it. */
@PortalWithScreens
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawRightsIT {
    private static final DeviceId JOHANS = DeviceId.of("aab2453f-cd09-46cb-b3d6-a1aedc5f14c7");
    private static final String GROUP = "Fjällräv Logistik/Kontor/Ekonomi";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PortalMdm mdm;

    @Autowired
    private PortalClock clock;

    @Autowired
    private Desk desk;

    @Autowired
    private SamplePeople people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private GroupApprovers approvers;

    @Autowired
    private SecondPerson second;

    @Autowired
    private Rulebook rules;

    @Autowired
    private IndexReading fleet;

    private RawDeeds deeds;

    @BeforeEach
    void nothingHasComeOfAnything() {
        deeds = new RawDeeds(database);
        fleet.read();
        everybodyIsWhoTheyWere();
    }

    /** Nobody signs in tomorrow as what they were made here. */
    @AfterEach
    void everybodyIsWhoTheyWere() {
        List.of("mehmet.yilmaz", "maja", "johan.oberg", "bo", "jasmina.hodzic", "eva")
                .forEach(people::person);
    }

    @Test
    void a_device_that_was_handed_over_is_not_its_old_owner_s_any_more() {
        try (var johan = RawPresses.by("johan.oberg", port)) {
            var pages = KeptPage.of(johan, "device/" + JOHANS);
            assertThat(pages).allMatch(page -> page.count("") >= 12);
            mdm.give(JOHANS, PortalDevices.ANNA);
            nothingComesOf(pages);
        }
    }

    @Test
    void whoever_is_not_of_it_any_more_changes_nothing_by_the_pages_of_it() {
        int draft = rules.begin(people.person("daniel"), 1).id();
        approvers.propose(people.actor("daniel"), GROUP, Set.of("anna.akesson@fjallrav.example"));
        try (var mehmet = RawPresses.by("mehmet.yilmaz", port)) {
            var pages = KeptPage.of(
                    mehmet,
                    "administration/configurations",
                    "device/" + JOHANS,
                    "directory",
                    "directory/app/8",
                    "directory/approvers",
                    "directory/device/" + JOHANS,
                    "directory/group/9",
                    "directory/person/7",
                    "directory/tag/9",
                    "links",
                    "many",
                    "rules/draft/" + draft,
                    "second-person",
                    "stop");
            assertThat(pages).filteredOn(page -> page.count("Cancel") > 0).hasSizeGreaterThanOrEqualTo(8);
            people.losesRoles("mehmet.yilmaz");
            nothingComesOf(pages);
        }
    }

    @Test
    void whoever_is_not_of_the_help_desk_any_more_asks_for_nothing_under_a_ticket() {
        try (var maja = RawPresses.by("maja", port)) {
            var page = KeptPage.after(maja, "help", "Open");
            assertThat(page.count("Cancel")).isGreaterThanOrEqualTo(4);
            people.losesRoles("maja");
            nothingComesOf(List.of(page));
        }
    }

    @Test
    void whoever_stands_in_no_longer_decides_nothing() {
        desk.asksAndWaits("johan.oberg", new Action.Wipe(), JOHANS);
        var now = clock.instant();
        var bo = people.actor("bo");
        var standIn = (Delegated.Done) delegations.delegate(
                bo, "jasmina.hodzic@fjallrav.example", now, now.plus(Duration.ofDays(1)), Set.of());
        try (var jasmina = RawPresses.by("jasmina.hodzic", port)) {
            var pages = KeptPage.of(jasmina, "approvals");
            assertThat(pages).allMatch(page -> page.count("Approve for") == 2);
            delegations.end(bo, standIn.delegation().id());
            nothingComesOf(pages);
        }
    }

    @Test
    void whoever_is_the_manager_no_longer_decides_nothing() {
        desk.asksAndWaits("johan.oberg", new Action.Wipe(), JOHANS);
        try (var bo = RawPresses.by("bo", port)) {
            var pages = KeptPage.of(bo, "approvals");
            assertThat(pages).allMatch(page -> page.count("Approve for") == 2);
            people.hasManager("johan.oberg", "jasmina.hodzic@fjallrav.example");
            nothingComesOf(pages);
        }
    }

    @Test
    void a_proposal_is_agreed_to_by_a_second_person_of_it_and_not_when_it_was_taken_back() {
        var daniel = people.actor("daniel");
        approvers.propose(daniel, GROUP, Set.of("anna.akesson@fjallrav.example"));
        nothingComesOf(() -> Stream.of("aisha.abdi", "maja", "per-olof", "bo").forEach(who -> {
            try (var somebody = RawPresses.by(who, port)) {
                somebody.everything("second-person");
                somebody.blindly("second-person");
            }
        }));
        try (var mehmet = RawPresses.by("mehmet.yilmaz", port)) {
            var pages = KeptPage.of(mehmet, "second-person");
            assertThat(pages).allMatch(page -> page.count("Agree") == 1);
            second.drop(
                    daniel,
                    second.waiting(daniel.person(), GroupApprovers.KIND, GROUP)
                            .orElseThrow()
                            .id());
            nothingComesOf(pages);
        }
    }

    private void nothingComesOf(List<KeptPage> pages) {
        nothingComesOf(() -> pages.forEach(KeptPage::press));
    }

    private void nothingComesOf(Runnable presses) {
        await().until(deeds::isQuiet);
        var before = deeds.everything();
        var ofIt = deeds.ofIt();
        int written = mdm.written().size();
        presses.run();
        await().until(deeds::isQuiet);
        assertThat(deeds.everything()).isEqualTo(before);
        assertThat(deeds.ofIt()).isEqualTo(ofIt);
        assertThat(mdm.written()).hasSize(written);
    }
}
