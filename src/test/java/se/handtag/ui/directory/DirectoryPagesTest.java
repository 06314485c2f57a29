package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalDevices;
import se.handtag.audit.AuditKind;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Languages;

@ViewPackages(packages = "se.handtag.ui")
class DirectoryPagesTest extends Screens {
    @Autowired
    Directory directory;

    @Autowired
    TagLinks links;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    LostReports lost;

    @Test
    void a_person_is_opened_with_devices_tags_and_facts_and_that_is_on_record() {
        open("sara", "directory/person/" + PortalDevices.ANNA);
        assertThat(page()).contains("Anna Åkesson", "Devices", "Account");
        assertThat(last(AuditKind.LOOK).action()).isEqualTo("open-person");
        assertThat(last(AuditKind.LOOK).onBehalfOf()).isEqualTo("Anna Åkesson");
    }

    @Test
    void a_lost_device_is_shown_as_lost_among_a_persons_and_where_it_is_found() {
        lost.report(people.actor("anna"), PortalDevices.ANNAS_IPHONE);
        open("sara", "directory/person/" + PortalDevices.ANNA);
        assertThat(lostIn($(DataTable.class).first())).containsExactly("Annas iPhone");
        open("sara", "directory/devices");
        assertThat(lostIn($(DataTable.class).first())).containsExactly("Annas iPhone");
        open("sara", "directory/device/" + PortalDevices.ANNAS_IPHONE);
        assertThat(page()).contains("This device is reported lost", "By Anna Åkesson");
    }

    @Test
    void what_the_mdm_says_beyond_the_contract_stands_on_the_page_of_a_device_by_its_name() {
        mdm.fault("newer", "GET", "/api/devices/" + PortalDevices.ANNAS_IPHONE);
        open("sara", "directory/device/" + PortalDevices.ANNAS_IPHONE);
        assertThat(page()).contains("Annas iPhone", "Additionone thing more");
        mdm.noFaults();
        open("sara", "directory/device/" + PortalDevices.ANNAS_IPHONE);
        assertThat(page()).contains("Annas iPhone").doesNotContain("Addition");
    }

    private List<String> lostIn(DataTable<?> table) {
        var tester = test(table);
        return IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getCellComponent(row, 0).getElement().getTextRecursively())
                .filter(cell -> cell.contains("Reported lost"))
                .map(cell -> cell.substring(0, cell.indexOf("Reported lost")))
                .toList();
    }

    @Test
    void a_second_person_of_the_same_name_is_on_record_too() {
        var twin = mdm.addUser("{\"name\":\"Anna Åkesson\",\"groupId\":1}");
        open("sara", "directory/person/" + PortalDevices.ANNA);
        UI.getCurrent().navigate("directory/person/" + twin);
        assertThat(last(AuditKind.LOOK).owner()).isEqualTo("user/" + twin);
    }

    @Test
    void it_finds_people_by_each_of_the_five_ways_of_the_mdm() {
        var anna = directory.user(PortalDevices.ANNA).orElseThrow();
        var tag = links.of(PortalDevices.ANNA).getFirst().tag();
        open("sara", "directory");
        for (String label : List.of("E-mail", "Phone number", "Account", "Group", "Tag")) {
            open("sara", "directory");
            switch (label) {
                case "E-mail" -> write(label, Objects.requireNonNull(anna.email()));
                case "Phone number" -> write(label, Objects.requireNonNull(anna.phoneNumber()));
                case "Account" -> write(label, Objects.requireNonNull(anna.accountName()));
                case "Group" -> this.<MdmGroup>choose(label, group -> group.id().equals(anna.group()));
                default -> this.<MdmTag>choose(label, each -> each.id().equals(tag));
            }
            press("Search");
            assertThat(rows())
                    .as(label)
                    .anySatisfy(row -> assertThat(row).startsWith("Anna Åkesson"))
                    .hasSizeLessThan(60);
            assertThat(last(AuditKind.LOOK).action()).as(label).isEqualTo("search");
        }
        open("sara", "directory");
        write("E-mail", Objects.requireNonNull(anna.email()));
        write("Phone number", "nobody has this");
        press("Search");
        assertThat(rows()).as("they combine").isEmpty();
    }

    private <T> void choose(String label, Predicate<T> which) {
        ComboBox<T> field = combo(label);
        field.setValue(
                field.getListDataView().getItems().filter(which).findFirst().orElseThrow());
    }

    @Test
    void listing_everybody_or_every_device_is_on_record() {
        open("sara", "directory");
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("list", "everybody");
        open("sara", "directory/devices");
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("list", "every device");
    }

    @Test
    void opening_a_group_or_a_tag_with_all_that_is_in_it_is_on_record() {
        open("sara", "directory/group/1");
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("list", "group 1");
        var tag = links.tags().getFirst().id();
        open("sara", "directory/tag/" + tag);
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("list", "tag " + tag);
    }

    @Test
    void moving_a_person_says_first_which_devices_will_be_configured_again() {
        open("sara", "directory/person/" + PortalDevices.ANNA);
        press("Change or move");
        ComboBox<MdmGroup> group = combo("Group");
        var other = directory.groups().all().stream()
                .filter(each -> !each.id().equals(group.getValue().id()))
                .findFirst()
                .orElseThrow();
        group.setValue(other);
        assertThat(dialog()).contains("3 devices move along and will be configured again", "iPhone 16 …K7QX");
        press("Change Anna Åkesson");
        says("Accepted by the device management (done)");
        assertThat(directory.user(PortalDevices.ANNA).orElseThrow().group()).isEqualTo(other.id());
        assertThat(last(AuditKind.OUTCOME).action()).isEqualTo("change-user");
    }

    @Test
    void the_mdm_refuses_to_delete_a_person_with_devices_in_its_own_words() {
        open("sara", "directory/person/" + PortalDevices.ANNA);
        press("Delete");
        press("Delete Anna Åkesson");
        says("The device management said no");
        assertThat(page()).contains("The device management refused it.");
        assertThat(directory.user(PortalDevices.ANNA)).isPresent();
    }

    @Test
    void a_person_is_added_and_then_deleted() {
        open("sara", "directory");
        press("Add a person");
        press("Add this person");
        assertThat($(Dialog.class).single().isOpened())
                .as("the name is missing")
                .isTrue();
        write("Name", "Nils Ny");
        press("Add this person");
        says("Accepted by the device management (done)");
        reading.read();
    }

    @Test
    void a_tag_is_put_on_a_device_and_taken_off() {
        open("sara", "directory/device/" + PortalDevices.BOS_IPHONE);
        var before = links.of(PortalDevices.BOS_IPHONE).size();
        press("Put on a tag");
        ComboBox<MdmTag> tag = combo("Tag");
        var on = links.of(PortalDevices.BOS_IPHONE).stream()
                .map(link -> link.tag())
                .toList();
        var wanted = links.tags().stream()
                .filter(each -> !on.contains(each.id()))
                .findFirst()
                .orElseThrow();
        tag.setValue(wanted);
        confirm("Put on a tag");
        says("Accepted by the device management (done)");
        assertThat(links.of(PortalDevices.BOS_IPHONE)).hasSize(before + 1);
    }

    @Test
    void a_device_is_handed_over() {
        open("sara", "directory/device/" + PortalDevices.ANNAS_TABLET);
        press("Hand over");
        ComboBox<Entry> to = combo("New owner");
        to.setValue(new Entry(Entry.Kind.PERSON, "3", "Bo Lind", null, null, null, null, null, null));
        assertThat(dialog()).contains("It belongs to Anna Åkesson now.");
        $(Button.class).withTextContaining("Hand over ").single().click();
        says("Accepted by the device management (done)");
        assertThat(directory
                        .device(PortalDevices.ANNAS_TABLET)
                        .orElseThrow()
                        .device()
                        .owner())
                .isEqualTo(PortalDevices.BO);
    }

    @Test
    void who_approves_for_a_group_is_seen_and_changes_once_a_second_person_agrees() {
        open("sara", "directory/approvers");
        assertThat(page()).contains("Fjällräv Logistik › Lager", "Bo Lind, Jasmina Hodžić");
        $(Button.class).withText("Change").all().getLast().click();
        var who = $(MultiSelectComboBox.class).single();
        assertThat(who.getValue()).isEqualTo(Set.of("leif.hagglund@fjallrav.example"));
        who.setValue(Set.of());
        press("Propose it");
        assertThat(page()).contains("Leif Hägglund · a change waits for a second person");

        open("daniel", "second-person");
        assertThat(page())
                .contains(
                        "Approvers: Fjällräv Logistik › Åkeri",
                        "Leif Hägglund <leif.hagglund@fjallrav.example> → nobody");
        press("Turn it down");
        assertThat(last(AuditKind.DATA).action()).isEqualTo("change-approvers");
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("rejected");
        open("sara", "directory/approvers");
        assertThat(page()).contains("Leif Hägglund").doesNotContain("waits");
    }

    @Test
    void whoever_listens_chooses_approvers_in_their_own_language() {
        open("sara", "directory");
        UI.getCurrent().setLocale(Languages.SWEDISH);
        UI.getCurrent().navigate("directory/approvers");
        $(Button.class).withText("Ändra").all().getLast().click();
        var said = $(MultiSelectComboBox.class).single().getI18n();
        assertThat(said.getFocused()).isEqualTo("är i fokus. Backsteg tar bort det");
        assertThat(said.getSelected()).isEqualTo("är valt");
        assertThat(said.getDeselected()).isEqualTo("är inte valt längre");
        assertThat(said.getCleared()).isEqualTo("Inget är valt längre");
        assertThat(said.getTotal()).isEqualTo("Valda: {count}");
    }

    @Test
    void nobody_but_it_opens_these_pages() {
        for (String path : new String[] {"directory", "directory/person/4", "directory/groups", "directory/app/2"}) {
            open("maja", path);
            assertThat(page()).contains("belongs to another role");
        }
    }

    @Test
    void what_does_not_exist_is_not_found() {
        open("sara", "directory/person/999999");
        assertThat(page()).doesNotContain("Change or move");
        open("sara", "directory/group/x");
        assertThat(page()).doesNotContain("Rename");
    }

    @Test
    void while_the_mdm_is_away_a_page_says_so_and_can_be_tried_again() {
        mdm.fault("error", "GET", "/api/groups");
        open("sara", "directory/groups");
        assertThat(page()).contains("The MDM does not answer right now");
        mdm.noFaults();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        press("Try again");
        assertThat(page()).contains("The tree");
    }
}
