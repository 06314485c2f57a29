package se.handtag.ui.manager;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;

/** The inbox's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class ManagerNavigation {
    @Bean
    static NavigationItem approvals(Desk desk, TeamDesk team) {
        return NavigationItem.of(
                NavigationItem.Area.EVERYDAY,
                InboxView.class,
                "manager.title",
                Glyph.INBOX,
                15,
                () -> desk.concerns() || team.concerns(),
                desk::count);
    }

    @Bean
    static NavigationItem team(TeamDesk desk) {
        return NavigationItem.of(
                NavigationItem.Area.EVERYDAY,
                TeamView.class,
                "manager.team.title",
                Glyph.PEOPLE,
                45,
                desk::concerns,
                () -> 0);
    }
}
