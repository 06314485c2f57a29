package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalDevices;
import se.handtag.audit.AuditKind;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.policy.ActionKind;

@ViewPackages(packages = "se.handtag.ui")
class ManyTest extends Screens {
    @Autowired
    TagLinks links;

    @Autowired
    Directory directory;

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
    void nothing_is_counted_before_all_is_chosen() {
        open("sara", "many");
        press("Count and explain");
        assertThat(page()).doesNotContain("This would happen");
    }

    private String serial(se.handtag.mdm.DeviceId device) {
        return String.valueOf(directory.device(device).orElseThrow().device().serialNumber());
    }

    private void confirm(String text) {
        $(com.vaadin.flow.component.button.Button.class)
                .withText(text)
                .all()
                .getLast()
                .click();
    }

    @SuppressWarnings("unchecked")
    private void kind(ActionKind kind) {
        ((Select<ActionKind>) $(Select.class).all().getFirst()).setValue(kind);
    }

    @SuppressWarnings("unchecked")
    private void choose(String by) {
        test((Select<Object>) $(Select.class).all().getLast()).selectItem(by);
    }

    private TextArea area(String label) {
        return $(TextArea.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(String label) {
        return (ComboBox<T>) $(ComboBox.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }
}
