package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.devices.IndexReading;
import se.handtag.identity.SamplePeople;
import se.handtag.ui.kit.Languages;

/** IT at a screen. */
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

    String page() {
        return $(Main.class).single().getElement().getTextRecursively();
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
