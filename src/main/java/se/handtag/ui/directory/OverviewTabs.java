package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;

/** The ways between the pages about the portal as a whole. */
final class OverviewTabs {
    private OverviewTabs() {}

    static Tabs at(Class<? extends Component> here) {
        return new Tabs("directory.overview", here)
                .tab("directory.health", HealthView.class)
                .tab("directory.numbers", NumbersView.class);
    }
}
