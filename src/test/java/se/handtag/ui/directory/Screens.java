package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.devices.IndexReading;
import se.handtag.identity.SamplePeople;
import se.handtag.requests.SettableWaits;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Languages;

/** Somebody at a screen, and what they do there: press, write, pick, read. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class Screens extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    PortalMdm mdm;

    @Autowired
    IndexReading reading;

    @Autowired
    PortalClock clock;

    @Autowired
    SettableWaits waits;

    @BeforeEach
    void readEverything() {
        reading.read();
    }

    void open(String who, String path) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    void press(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    /** The button of a question that says the same as the one on the page that led to it. */
    void confirm(String text) {
        test($(Button.class).withText(text).last()).click();
    }

    /** The button that is called so to those who do not see what stands beside it. */
    void pressCalled(String label) {
        test($(Button.class).withAriaLabel(label).single()).click();
    }

    /** The button at the end of the row of that name. */
    void pressAt(String row) {
        var named = $(ActionRow.class)
                .withCondition(each -> $(H3.class, each).withText(row).exists())
                .single();
        test($(Button.class, named).single()).click();
    }

    void write(String label, String text) {
        test(text(label)).setValue(text);
    }

    /** Types a part of it and takes the one thing that is offered then. */
    void pick(String label, String part) {
        var field = test(this.<Object>combo(label));
        field.setFilter(part);
        assertThat(field.getSuggestions()).hasSize(1);
        field.selectItem(field.getSuggestions().getFirst());
    }

    /** On the page or, when it is there twice, in the question that is open. */
    TextField text(String label) {
        return $(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .last();
    }

    TextArea area(String label) {
        return $(TextArea.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .last();
    }

    @SuppressWarnings("unchecked")
    <T> ComboBox<T> combo(String label) {
        return (ComboBox<T>) $(ComboBox.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .last();
    }

    /** All that the MDM wants to know about an app. */
    void writeNewApp(String name) {
        write("Name", name);
        write("Company", "Fjällräv");
        write("Package id", "se.fjallrav.prov");
        write("Version", "1.0");
        write("Size in bytes", "1000");
        write("Id in the store", "123456");
        write("Address of the picture", "https://fjallrav.example/p.png");
    }

    /** Takes out the file that a link of this page leads to. */
    String download(String link) {
        var file = new ByteArrayOutputStream();
        test($(Anchor.class)
                        .withCondition(
                                each -> each.getElement().getTextRecursively().contains(link))
                        .single())
                .download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    /** What the lines of the last table on the page begin with. */
    List<String> rows() {
        roundTrip();
        var table = test($(DataTable.class).last());
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.getCellComponent(row, 0).getElement().getTextRecursively())
                .toList();
    }

    String dialog() {
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    void says(String text) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(text);
        });
    }

    AuditRecord last(AuditKind kind) {
        return log.find(new AuditQuery(null, null, kind, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }
}
