package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.Entry.Kind;
import se.handtag.devices.FleetIndex;
import se.handtag.devices.IndexReading;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/** What IT has changed is found as it is now, without reading everything again. */
@PortalTest
class FindableTest {
    @Autowired
    FleetIndex index;

    @Autowired
    IndexReading reading;

    @Autowired
    Directory directory;

    @Autowired
    Requests requests;

    @Autowired
    SamplePeople people;

    @BeforeEach
    void everything_was_read_before() {
        reading.read();
    }

    private void it(Subject subject, Action action) {
        assertThat(requests.ask(people.actor("sara"), subject, action, "because"))
                .isInstanceOf(Asked.OnItsWay.class);
    }

    private List<String> found(String text, Kind kind) {
        return index.find(text, kind, 0, 50).stream().map(Entry::title).toList();
    }

    private Subject anna() {
        return new Subject.OfUser(directory.user(ANNA).orElseThrow().brief());
    }

    @Test
    void who_is_new_is_found() {
        it(new Subject.Company(), new Action.CreateUser(new NewUser("Zebulon Nyman")));
        await().until(() -> found("zebulon", Kind.PERSON).contains("Zebulon Nyman"));
    }

    @Test
    void who_has_another_name_is_found_by_it_and_their_devices_too() {
        it(anna(), new Action.ChangeUser(new UserChange().name("Anna Zetterlund")));
        await().until(() -> found("zetterlund", Kind.DEVICE).size() == 3);
        assertThat(found("zetterlund", Kind.PERSON)).containsExactly("Anna Zetterlund");
    }

    @Test
    void a_device_is_found_by_whom_it_was_handed_to() {
        var device = directory.device(BOS_IPHONE).orElseThrow().device();
        it(new Subject.OfDevice(device), new Action.HandOver(ANNA, "Anna Åkesson"));
        await().until(() -> index.find("anna åkesson", Kind.DEVICE, 0, 50).stream()
                .anyMatch(entry -> entry.id().equals(BOS_IPHONE.toString())));
    }

    @Test
    void a_tag_is_found_from_when_it_is_there_until_it_is_gone() {
        it(new Subject.Company(), new Action.CreateTag(new NewTag("Zeppelin", null, null)));
        await().until(() -> found("zeppelin", Kind.TAG).equals(List.of("Zeppelin")));
        var tag = index.find("zeppelin", Kind.TAG, 0, 1).getFirst();
        it(new Subject.OfTag(new TagId(Integer.parseInt(tag.id())), "Zeppelin"), new Action.DeleteTag());
        await().until(() -> found("zeppelin", Kind.TAG).isEmpty());
    }

    @Test
    void a_group_is_found_under_its_new_name_and_those_below_it_too() {
        var group = directory.groups().all().stream()
                .filter(each -> !directory.groups().under(each.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        it(new Subject.OfGroup(group.id(), group.name()), new Action.RenameGroup("Zinnober"));
        await().until(() -> found("zinnober", Kind.GROUP).size() > 1);
    }
}
