package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;

/** The ways between IT's pages about the MDM. */
final class DirectoryTabs {
    private DirectoryTabs() {}

    static Tabs at(Class<? extends Component> here) {
        return new Tabs("directory.title", here)
                .tab("directory.people", PeopleView.class)
                .tab("directory.devices", DevicesView.class)
                .tab("directory.groups", GroupsView.class)
                .tab("directory.tags", TagsView.class)
                .tab("directory.apps", AppsView.class)
                .tab("directory.approvers", ApproversView.class)
                .tab("directory.files", FilesView.class);
    }
}
