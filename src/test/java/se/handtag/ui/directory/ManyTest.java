package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;
import se.handtag.audit.AuditKind;
import se.handtag.catalogue.Offer;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.PortalRules;
import se.handtag.policy.Subject;
import se.handtag.recovery.LostReports;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Words;

@ViewPackages(packages = "se.handtag.ui")
class ManyTest extends Screens {
    @Autowired
    TagLinks links;

    @Autowired
    LostReports lost;

    @Autowired
    Directory directory;

    @Autowired
    Batch batch;

    @Autowired
    PortalRules rules;

    @Autowired
    Words words;

    @Autowired
    LiveUpdates updates;

    @Autowired
    JdbcClient database;

    @Test
    void a_tag_is_put_on_a_list_of_devices_after_they_were_counted() {
        open("sara", "many");
        MdmTag tag = links.tags().getLast();
        ComboBox<MdmTag> field = combo("Tag");
        field.setValue(tag);
        choose("A list");
        test(area("The list"))
                .setValue(serial(PortalDevices.BOS_IPHONE) + "\n" + serial(PortalDevices.ANNAS_IPHONE) + "\nNOSUCH");
        press("Count and explain");
        says("One line fits nothing");
        assertThat(page()).contains("NOSUCH", "In all2", "At once2");
        press("Ask for it 2 times");
        confirm("Ask for it 2 times");
        says("2 of 2 asked for");
        await().untilAsserted(() -> assertThat(directory.devices(DeviceSearch.withTag(tag.id())))
                .extracting(device -> device.id())
                .contains(PortalDevices.BOS_IPHONE, PortalDevices.ANNAS_IPHONE));
        says(": 2");
        assertThat(last(AuditKind.OUTCOME).action()).isEqualTo("put-tag");
    }

    @Test
    void a_command_for_all_that_have_a_tag_is_counted_and_explained_and_has_a_result_for_each() {
        TagId tagged = mdm.addTag("Prov");
        mdm.tag(PortalDevices.ANNAS_IPHONE, tagged);
        mdm.tag(PortalDevices.BOS_IPHONE, tagged);
        open("sara", "many");
        kind(ActionKind.REFRESH);
        choose("A tag that they have");
        ComboBox<MdmTag> with = combo("That have the tag");
        with.setValue(links.tags().stream()
                .filter(tag -> tag.id().equals(tagged))
                .findFirst()
                .orElseThrow());
        press("Count and explain");
        says("In all2");
        assertThat(page())
                .contains(
                        "At once2",
                        "Not, for the rules say no0",
                        UI.getCurrent().getTranslation("words.happens.refresh"),
                        "iPhone 16 …K7QX",
                        "iPhone 16 Pro …2XTX");
        assertThat(mdm.received(PortalDevices.BOS_IPHONE)).isEmpty();
        press("Ask for it 2 times");
        confirm("Ask for it 2 times");
        says("2 of 2 asked for");
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(rows())
                        .hasSize(2)
                        .allSatisfy(row -> assertThat(row).contains("Accepted by the device management")));
        assertThat(mdm.received(PortalDevices.ANNAS_IPHONE)).hasSize(1);
        assertThat(mdm.received(PortalDevices.BOS_IPHONE)).hasSize(1);
        assertThat(mdm.received(PortalDevices.ANNAS_TABLET)).isEmpty();
    }

    @Test
    void an_app_is_installed_on_those_that_it_fits() {
        open("sara", "many");
        kind(ActionKind.INSTALL_APP);
        ComboBox<Pickers.Choice> field = combo("The app");
        var app = field.getListDataView()
                .getItems()
                .filter(choice -> choice.app().platform() == Platform.IOS)
                .findFirst()
                .orElseThrow();
        field.setValue(app);
        choose("A list");
        test(area("The list")).setValue(serial(PortalDevices.BOS_IPHONE) + "\n" + serial(PortalDevices.ANNAS_IPHONE));
        press("Count and explain");
        says("In all2");
        press("Ask for it 2 times");
        confirm("Ask for it 2 times");
        says("2 of 2 asked for");
        await().untilAsserted(() -> assertThat(mdm.received(PortalDevices.BOS_IPHONE))
                .anySatisfy(call -> assertThat(call).containsIgnoringCase("install")));
        assertThat(last(AuditKind.OUTCOME).action()).isEqualTo("install");
    }

    @Test
    void what_needs_a_second_person_waits_for_each() {
        open("sara", "many");
        kind(ActionKind.CLEAR_PASSCODE);
        choose("A list");
        test(area("The list")).setValue(serial(PortalDevices.BOS_IPHONE));
        press("Count and explain");
        says("After somebody’s yes1");
        press("Ask for it once");
        $(TextArea.class).all().getLast().setValue("Locked out");
        confirm("Ask for it once");
        says("1 of 1 asked for");
        says("Waits for a yes: 1");
        assertThat(mdm.received(PortalDevices.BOS_IPHONE)).isEmpty();
    }

    @Test
    void what_was_begun_goes_on_when_nobody_looks_any_more() {
        open("sara", "many");
        var items = directory.devices(new DeviceSearch(null, null, null, null, null)).stream()
                .map(device -> new Batch.Item.Ask("device", "what", new Subject.OfDevice(device), new Action.Refresh()))
                .limit(25)
                .toList();
        assertThat(items).hasSize(25);
        UI.getCurrent()
                .add(new BatchPanel(batch, words, updates, batch.start(people.actor("sara"), items, "all of them")));
        cleanVaadinEnvironment();
        await().until(() -> database.sql("select count(*) from requests.request")
                        .query(Integer.class)
                        .single()
                == 25);
    }

    @Test
    void whoever_begins_again_does_nothing_twice_unless_they_want_to() {
        open("sara", "many");
        askForReports(PortalDevices.ANNAS_IPHONE);
        press("Ask for it once");
        confirm("Ask for it once");
        says("1 of 1 asked for");
        askForReports(PortalDevices.ANNAS_IPHONE, PortalDevices.BOS_IPHONE);
        says("In all2");
        press("Ask for it once");
        confirm("Ask for it once");
        says("1 of 1 asked for");
        await().untilAsserted(
                        () -> assertThat(mdm.received(PortalDevices.BOS_IPHONE)).hasSize(1));
        assertThat(mdm.received(PortalDevices.ANNAS_IPHONE)).hasSize(1);
        askForReports(PortalDevices.ANNAS_IPHONE);
        assertThat(page()).doesNotContain("Ask for it once");
        var again = $(Checkbox.class).single();
        assertThat(again.getLabel()).startsWith("Ask once more for the one of which the same");
        test(again).click();
        press("Ask for it once");
        confirm("Ask for it once");
        says("1 of 1 asked for");
        await().untilAsserted(() ->
                assertThat(mdm.received(PortalDevices.ANNAS_IPHONE)).hasSize(2));
    }

    @Test
    void what_became_of_each_is_found_again_by_whoever_was_on_another_page() {
        open("sara", "many");
        askForReports(PortalDevices.ANNAS_IPHONE);
        press("Ask for it once");
        confirm("Ask for it once");
        says("1 of 1 asked for");
        UI.getCurrent().navigate("devices");
        UI.getCurrent().navigate("many");
        says("1 of 1 asked for");
        assertThat(rows()).singleElement().asString().contains("iPhone 16 …K7QX");
    }

    @Test
    void while_one_is_under_way_no_other_is_begun_from_the_same_screen() {
        open("sara", "many");
        new BatchRun(List.of(report(PortalDevices.BOS_IPHONE))).keep(VaadinSession.getCurrent());
        askForReports(PortalDevices.ANNAS_IPHONE);
        assertThat(page()).contains("The last one is still under way").doesNotContain("Ask for it");
    }

    private Batch.Item.Ask report(DeviceId device) {
        return new Batch.Item.Ask(
                "device",
                "what",
                new Subject.OfDevice(directory.device(device).orElseThrow().device()),
                new Action.Refresh());
    }

    @Test
    void what_takes_a_fresh_sign_in_is_not_asked_for_of_many_and_erasing_is_not_offered() {
        publishThatReportsTakeAFreshSignIn();
        open("sara", "many");
        assertThat(kinds()).contains(ActionKind.REFRESH).doesNotContain(ActionKind.WIPE);
        askForReports(PortalDevices.ANNAS_IPHONE, PortalDevices.BOS_IPHONE);
        says("takes a fresh sign-in2");
        assertThat(page()).contains("At once0").doesNotContain("Ask for it");
    }

    private void publishThatReportsTakeAFreshSignIn() {
        rules.add(people.actor("sara"), """
                - id: reports-need-fresh-sign-in
                  effect: needs fresh sign-in
                  actions: [refresh]
                  when: '"it" in actor.roles'
                  because: {en: Sign in once more., sv: Logga in igen.}
                """);
    }

    /** Chosen and counted. */
    private void askForReports(DeviceId... devices) {
        kind(ActionKind.REFRESH);
        choose("A list");
        test(area("The list")).setValue(Arrays.stream(devices).map(this::serial).collect(Collectors.joining("\n")));
        press("Count and explain");
        says("This would happen");
    }

    @Test
    void one_that_breaks_stops_none_of_the_others() {
        List<Batch.Result> results = new ArrayList<>();
        var notHers = new Batch.Item.Decide(
                "app",
                "what",
                new Offers.Key("se.fjallrav.plock", Platform.IOS, Store.APP_STORE, "Plock"),
                Offer.NOTHING);
        var hers = report(PortalDevices.ANNAS_IPHONE);
        batch.run(people.actor("anna"), List.of(notHers, hers), "", results::add);
        assertThat(results)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Batch.Result.Failed.class),
                        second -> assertThat(second).isInstanceOf(Batch.Result.Asked.class));
        assertThat(batch.states(results)).hasSize(1);
    }

    @Test
    void which_of_them_are_lost_is_said_first() {
        lost.report(people.actor("anna"), PortalDevices.ANNAS_IPHONE);
        open("sara", "many");
        kind(ActionKind.REFRESH);
        choose("A list");
        test(area("The list")).setValue(serial(PortalDevices.BOS_IPHONE) + "\n" + serial(PortalDevices.ANNAS_IPHONE));
        press("Count and explain");
        says("Reported lost among them: 1");
    }

    @Test
    void nothing_is_counted_before_all_is_chosen() {
        open("sara", "many");
        press("Count and explain");
        assertThat(page()).doesNotContain("This would happen");
    }

    private String serial(DeviceId device) {
        return String.valueOf(directory.device(device).orElseThrow().device().serialNumber());
    }

    @SuppressWarnings("unchecked")
    private void kind(ActionKind kind) {
        ((Select<ActionKind>) $(Select.class).all().getFirst()).setValue(kind);
    }

    @SuppressWarnings("unchecked")
    private List<ActionKind> kinds() {
        return ((Select<ActionKind>) $(Select.class).all().getFirst())
                .getListDataView()
                .getItems()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private void choose(String by) {
        test((Select<Object>) $(Select.class).all().getLast()).selectItem(by);
    }
}
