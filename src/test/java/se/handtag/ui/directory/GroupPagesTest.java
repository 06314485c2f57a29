package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.devices.Directory;
import se.handtag.mdm.GroupId;

/** The tree of groups, and how IT changes it. */
@ViewPackages(packages = "se.handtag.ui")
class GroupPagesTest extends Screens {
    @Autowired
    Directory directory;

    @Test
    void a_group_is_added_renamed_and_deleted() {
        open("sara", "directory/groups");
        press("Add a group");
        write("Name", "Provgrupp");
        press("Add this group");
        says("Provgrupp");
        var id = group("Provgrupp");
        open("sara", "directory/group/" + id);
        press("Rename");
        write("Name", "Prov 2");
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
        write("Path", "Tvilling");
        press("Go there");
        assertThat(twice).hasSize(2);
        assertThat(page()).contains("Several groups are at that path");
        write("Path", "Nowhere/at all");
        press("Go there");
        assertThat(page()).contains("There is no group at that path.");
    }

    private GroupId group(String name) {
        return directory.groups().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
