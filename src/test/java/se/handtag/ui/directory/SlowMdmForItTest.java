package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.BO;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalReads;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.words.SettablePatience;

/** IT's pages about what the MDM keeps, while the MDM takes its time. */
@ViewPackages(packages = "se.handtag.ui")
class SlowMdmForItTest extends Screens {
    @Autowired
    PortalReads reads;

    @Autowired
    SettablePatience patience;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void a_slow_mdm() {
        patience.none();
        reads.hold();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            directory/person/4                                    | Person    | Sign out everywhere
            directory/device/19eefc94-c6ca-4215-9ac4-c366a4136e1a | Device    | Hand over
            directory/groups                                      | Groups    | The tree
            directory/tags                                        | Tags      | Put on many at once
            directory/apps                                        | Apps      | Add an app
            directory                                             | People    | Show everybody
            directory/devices                                     | Devices   | Show all
            directory/app/1                                       | App       | Offered to people
            directory/approvers                                          | Approvers | Add a group
            """)
    void the_page_stands_at_once_with_its_outline_and_what_the_mdm_says_comes_by_itself(
            String path, String heading, String content) {
        open("sara", path);
        assertThat($(H1.class).single().getText()).isEqualTo(heading);
        assertThat(text()).doesNotContain(content);
        assertThat($(Skeleton.class).exists()).isTrue();
        assertThat(told()).isEqualTo("Reading what the MDM knows…");

        reads.release();
        comes(content);
        assertThat($(Skeleton.class).exists()).isFalse();
        assertThat($(H1.class).all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "directory, E-mail, anna.akesson@fjallrav.example, Show everybody, People found",
        "directory/devices, Account, nobody has this, Show all, Devices found"
    })
    void what_somebody_searches_for_comes_by_itself_unless_they_have_asked_for_all_meanwhile(
            String path, String field, String typed, String all, String found) {
        open("sara", path);
        reads.release();
        comes(all);
        reads.hold();
        write(field, typed);
        press("Search");
        assertThat($(Skeleton.class).exists()).isTrue();
        assertThat(tables()).isEmpty();
        reads.release();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(tables()).containsExactly(found);
        });
        assertThat($(Skeleton.class).exists()).isFalse();

        reads.hold();
        int before = reads.answered();
        press("Search");
        press(all);
        assertThat($(Skeleton.class).exists()).isFalse();
        reads.release();
        await().pollInSameThread().until(() -> reads.answered() > before);
        // What was begun after it ends after it.
        press("Search");
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(tables()).containsExactly(found);
        });
    }

    private List<String> tables() {
        return $(DataTable.class).all().stream()
                .map(table -> table.getElement().getAttribute("aria-label"))
                .toList();
    }

    @Test
    void an_mdm_that_fails_in_the_end_leaves_words_and_a_way_to_try_again() {
        open("sara", "directory/person/" + ANNA);
        mdm.fault("error", "GET", "/");
        reads.release();
        comes("The MDM does not answer right now");
        assertThat($(Skeleton.class).exists()).isFalse();
        mdm.noFaults();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        press("Try again");
        comes("anna.akesson@");
    }

    @Test
    void whom_there_is_not_is_not_found_also_late() {
        open("sara", "directory/person/987654");
        reads.release();
        comes("Page not found");
    }

    @Test
    void two_people_opened_one_after_the_other_are_both_on_record_and_the_last_is_shown() {
        open("sara", "directory/person/" + ANNA);
        UI.getCurrent().navigate("directory/person/" + BO);
        reads.release();
        comes("bo.lind@");
        UI.getCurrent().navigate("directory/person/" + ANNA);
        comes("anna.akesson@");
        assertThat(lookedAt()).contains("user/" + ANNA, "user/" + BO);
        assertThat($(H1.class).single().getText()).isEqualTo("Anna Åkesson");
    }

    private List<String> lookedAt() {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 50).stream()
                .filter(record -> record.kind() == AuditKind.LOOK)
                .map(AuditRecord::subject)
                .filter(Objects::nonNull)
                .toList();
    }

    private String text() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    private String told() {
        return $(Announcer.class).all().stream().map(Announcer::getText).collect(Collectors.joining());
    }

    private void comes(String content) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(text()).contains(content);
        });
    }
}
