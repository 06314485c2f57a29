package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.audit.AuditKind;
import se.handtag.policy.Action;
import se.handtag.policy.Rulebook;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;

/** Whoever looks for somebody or something is on record with what they looked for, also when it is not there. */
@ViewPackages(packages = "se.handtag.ui")
class SearchesOnRecordTest extends Screens {
    private static final String NOBODY = "nobody@fjallrav.example";

    @Autowired
    Desk desk;

    @Autowired
    Requests requests;

    @Autowired
    Rulebook rules;

    @Test
    void it_s_search_for_devices() {
        open("sara", "directory/devices");
        write("Serial number", "K7QX");
        press("Search");
        assertThat(searched("Sara Nyström").get("text")).contains("K7QX");
    }

    @Test
    void devices_that_are_counted_before_they_are_asked_for() {
        open("sara", "many");
        chooseLast("A list");
        test(area("The list")).setValue("NOSUCH");
        press("Count and explain");
        assertThat(last(AuditKind.LOOK).actor()).isEqualTo("Sara Nyström");
        assertThat(last(AuditKind.LOOK).facts().toString()).contains("list");
    }

    @Test
    void a_file_that_is_tried_on_what_is_there() {
        open("sara", "directory/files");
        test($(Upload.class).all().getFirst())
                .upload("x.csv", "text/csv", "id,name,office\n4,,Boden\n".getBytes(StandardCharsets.UTF_8));
        assertThat(searched("Sara Nyström")).containsEntry("list", "a file of people tried on what is there");
    }

    @Test
    void a_colleague_who_is_not_there() {
        open("anna", "device/" + ANNAS_IPHONE + "/hand-over");
        test($(EmailField.class).single()).setValue(NOBODY);
        press("Continue");
        assertThat(searched("Anna Åkesson")).containsEntry("text", NOBODY);
    }

    @Test
    void a_member_of_one_s_team_who_is_not_there() {
        open("bo", "team");
        test($(EmailField.class).single()).setValue(NOBODY);
        press("Find");
        assertThat(searched("Bo Lind")).containsEntry("text", NOBODY);
    }

    @Test
    void whom_a_link_is_to_preselect() {
        open("sara", "links");
        write("Name", "Service desk");
        write("Preselects", NOBODY);
        press("Make the link");
        assertThat(searched("Sara Nyström")).containsEntry("text", NOBODY);
    }

    @Test
    void a_request_that_a_mail_leads_to() {
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        requests.withdraw(people.actor("anna"), request);
        open("bo", "apps");
        UI.getCurrent().navigate("approvals", QueryParameters.of("request", request.toString()));
        assertThat(last(AuditKind.LOOK).action()).isEqualTo("open-request");
        assertThat(last(AuditKind.LOOK).request()).isEqualTo(request.value());
        open("aisha.abdi", "apps");
        UI.getCurrent().navigate("approvals", QueryParameters.of("request", request.toString()));
        assertThat(last(AuditKind.REFUSED_ACCESS).actor()).isEqualTo("Aisha Abdi");
        assertThat(last(AuditKind.REFUSED_ACCESS).action()).isEqualTo("open-request");
    }

    @Test
    void decisions_that_a_draft_of_the_rules_is_tried_on() {
        open("sara", "rules/draft/" + rules.begin(people.person("sara"), 1).id());
        press("Try the draft");
        assertThat(searched("Sara Nyström")).containsEntry("list", "decisions");
        says("decisions");
    }

    @Test
    void a_press_that_is_not_for_whoever_presses() {
        open("anna", "apps");
        var page = $(Main.class).single();
        var press = Buttons.plain("Not offered", () -> {
            throw new AccessDeniedException("Only IT");
        });
        page.getElement().appendChild(press.getElement());
        try {
            test(press).click();
        } catch (AccessDeniedException refused) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(refused));
        }
        assertThat(last(AuditKind.REFUSED_ACCESS).actor()).isEqualTo("Anna Åkesson");
        assertThat(last(AuditKind.REFUSED_ACCESS).facts()).containsValue("/apps");
    }

    @SuppressWarnings("unchecked")
    private void chooseLast(String what) {
        test((Select<Object>) $(Select.class).all().getLast()).selectItem(what);
    }

    private Map<String, String> searched(String who) {
        var look = last(AuditKind.LOOK);
        assertThat(look.actor()).isEqualTo(who);
        assertThat(look.action()).isEqualTo("search");
        return look.facts();
    }
}
