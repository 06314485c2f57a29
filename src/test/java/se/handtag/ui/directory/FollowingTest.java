package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.catalogue.Offer;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.mdm.AppId;
import se.handtag.requests.GroupApprovers;
import se.handtag.requests.SecondPerson;

/** A page of IT's that is open while another person of IT changes what it shows. */
@ViewPackages(packages = "se.handtag.ui")
class FollowingTest extends Screens {
    private static final AppId APP = new AppId(2);

    @Autowired
    Shelf shelf;

    @Autowired
    Offers offers;

    @Autowired
    GroupApprovers approvers;

    @Autowired
    SecondPerson second;

    /** Other tests begin with all offered. */
    @BeforeEach
    @AfterEach
    void offeredAsBefore() {
        offers.decide(people.actor("sara"), app(), offered(true));
        second.waiting(people.person("daniel"), Offers.KIND, app().text())
                .ifPresent(proposal -> second.agree(people.actor("daniel"), proposal.id()));
    }

    @Test
    void an_app_s_page_shows_what_holds_now() {
        open("sara", "directory/app/" + APP);
        assertThat(offered().getValue()).isTrue();
        danielCloses();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(offered().getValue()).isFalse();
        });
    }

    @Test
    void what_is_being_written_about_an_app_stays_and_the_page_says_that_it_changed_meanwhile() {
        open("sara", "directory/app/" + APP);
        test($(TextArea.class).first()).setValue("For the drivers");
        danielCloses();
        says("Somebody else has changed this meanwhile");
        assertThat($(TextArea.class).first().getValue()).isEqualTo("For the drivers");
        press("Show theirs instead");
        assertThat(offered().getValue()).isFalse();
        assertThat($(TextArea.class).first().getValue()).isNotEqualTo("For the drivers");
        assertThat(page()).doesNotContain("meanwhile");
    }

    @Test
    void the_approvers_show_that_a_change_waits_and_that_it_does_no_more() {
        open("sara", "directory/approvers");
        assertThat(page()).doesNotContain("waits");
        approvers.propose(people.actor("daniel"), "Fjällräv Logistik/Åkeri", Set.of());
        says("Leif Hägglund · a change waits for a second person");
    }

    private Checkbox offered() {
        return $(Checkbox.class).all().getFirst();
    }

    private void danielCloses() {
        offers.decide(people.actor("daniel"), app(), offered(false));
    }

    private Offers.Key app() {
        ShelfApp app = shelf.find(APP).orElseThrow();
        return new Offers.Key(Objects.requireNonNull(app.packageId()), app.platform(), app.store(), app.name());
    }

    private Offer offered(boolean offered) {
        Offer now = shelf.offer(shelf.find(APP).orElseThrow());
        return new Offer(offered, now.onlyGroup(), now.approval(), now.vpp(), now.english(), now.swedish());
    }
}
