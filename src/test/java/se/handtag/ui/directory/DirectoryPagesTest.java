package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalDevices;
import se.handtag.audit.AuditKind;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.mdm.GroupId;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.DataTable;

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
                case "E-mail" -> type(label, anna.email());
                case "Phone number" -> type(label, anna.phoneNumber());
                case "Account" -> type(label, anna.accountName());
                case "Group" -> this.<MdmGroup>choose(label, group -> group.id().equals(anna.group()));
                default -> this.<MdmTag>choose(label, each -> each.id().equals(tag));
            }
            press("Search");
            assertThat(people())
                    .as(label)
                    .anySatisfy(row -> assertThat(row).startsWith("Anna Åkesson"))
                    .hasSizeLessThan(60);
            assertThat(last(AuditKind.LOOK).action()).as(label).isEqualTo("search");
        }
        open("sara", "directory");
        type("E-mail", anna.email());
        type("Phone number", "nobody has this");
        press("Search");
        assertThat(people()).as("they combine").isEmpty();
    }

    private void type(String label, @Nullable String text) {
        test($(TextField.class)
                        .withCondition(field -> label.equals(field.getLabel()))
                        .single())
                .setValue(Objects.requireNonNull(text, label));
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String label, Predicate<T> which) {
        ComboBox<T> field = $(ComboBox.class)
                .withCondition(each -> label.equals(each.getLabel()))
                .single();
        field.setValue(
                field.getListDataView().getItems().filter(which).findFirst().orElseThrow());
    }

    private List<String> people() {
        var table = test($(DataTable.class).last());
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.getCellComponent(row, 0).getElement().getTextRecursively())
                .toList();
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
        ComboBox<MdmGroup> group = field("Group");
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
        test(text("Name")).setValue("Nils Ny");
        press("Add this person");
        says("Accepted by the device management (done)");
        reading.read();
    }

    @Test
    void a_group_is_added_renamed_and_deleted() {
        open("sara", "directory/groups");
        press("Add a group");
        test(text("Name")).setValue("Provgrupp");
        press("Add this group");
        says("Provgrupp");
        var id = group("Provgrupp");
        open("sara", "directory/group/" + id);
        press("Rename");
        test(text("Name")).setValue("Prov 2");
        press("Give it this name");
        says("Accepted by the device management (done)");
        says("Prov 2");
        press("Delete");
        press("Delete Prov 2");
        await().until(() -> directory.group(id).isEmpty());
    }

    @Test
    void a_path_that_several_groups_share_is_told_in_words() {
        var twice = mdm.twoGroupsOfOneName("Tvilling");
        open("sara", "directory/groups");
        test(text("Path")).setValue("Tvilling");
        press("Go there");
        assertThat(twice).hasSize(2);
        assertThat(page()).contains("Several groups are at that path");
        test(text("Path")).setValue("Nowhere/at all");
        press("Go there");
        assertThat(page()).contains("There is no group at that path.");
    }

    @Test
    void a_tag_is_put_on_a_device_and_taken_off() {
        open("sara", "directory/device/" + PortalDevices.BOS_IPHONE);
        var before = links.of(PortalDevices.BOS_IPHONE).size();
        press("Put on a tag");
        ComboBox<MdmTag> tag = field("Tag");
        var on = links.of(PortalDevices.BOS_IPHONE).stream()
                .map(link -> link.tag())
                .toList();
        var wanted = links.tags().stream()
                .filter(each -> !on.contains(each.id()))
                .findFirst()
                .orElseThrow();
        tag.setValue(wanted);
        $(Button.class).withText("Put on a tag").all().getLast().click();
        says("Accepted by the device management (done)");
        assertThat(links.of(PortalDevices.BOS_IPHONE)).hasSize(before + 1);
    }

    @Test
    void a_device_is_handed_over() {
        open("sara", "directory/device/" + PortalDevices.ANNAS_TABLET);
        press("Hand over");
        ComboBox<Entry> to = field("New owner");
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
    void what_closes_the_catalogue_holds_at_once_and_what_opens_it_once_a_second_person_agrees() {
        open("sara", "directory/app/2");
        String app = $(H1.class).single().getText();
        offer(app, false);
        assertThat(last(AuditKind.DATA).facts().get("after")).contains("offered=false");
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("allowed");

        offer(app, true);
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("needs approval");
        open("sara", "directory/app/2");
        assertThat($(Checkbox.class).all().getFirst().getValue()).isFalse();
        open("sara", "second-person");
        assertThat(page()).contains("App: " + app, "no → yes").doesNotContain("Agree");

        open("daniel", "second-person");
        press("Agree: " + app);
        assertThat(page()).contains("Nothing waits");
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("approved");
        assertThat(last(AuditKind.DATA).onBehalfOf()).isEqualTo("Sara Nyström");
        open("sara", "directory/app/2");
        assertThat($(Checkbox.class).all().getFirst().getValue()).isTrue();
    }

    private void offer(String app, boolean offered) {
        $(Checkbox.class).all().getFirst().setValue(offered);
        press("Save for " + app);
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
    void an_app_that_breaks_the_rules_of_the_api_is_told_each_and_not_sent() {
        open("sara", "directory/apps/new");
        press("Check and go on");
        assertThat(page())
                .contains(
                        "The name is missing.",
                        "The package id is missing.",
                        "The picture is missing",
                        "things do not");
    }

    @Test
    void an_app_is_added() {
        open("sara", "directory/apps/new");
        test(text("Name")).setValue("Provapp");
        test(text("Company")).setValue("Fjällräv");
        test(text("Package id")).setValue("se.fjallrav.prov");
        test(text("Version")).setValue("1.0");
        test(text("Size in bytes")).setValue("1000");
        test(text("Id in the store")).setValue("123456");
        test(text("Address of the picture")).setValue("https://fjallrav.example/p.png");
        press("Check and go on");
        press("Send Provapp to the MDM");
        says("Accepted by the device management (done)");
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

    private GroupId group(String name) {
        return directory.groups().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private TextField text(String label) {
        return $(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .all()
                .getLast();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> field(String label) {
        return (ComboBox<T>) $(ComboBox.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .all()
                .getLast();
    }
}
