package se.handtag.ui.employee;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;
import se.handtag.ui.shell.NavigationItem.Area;

/** What everyone finds in the navigation. */
@Configuration(proxyBeanMethods = false)
class EmployeeNavigation {
    @Bean
    static NavigationItem myDevices() {
        return NavigationItem.everyday(MyDevicesView.class, "employee.devices.title", Glyph.DEVICE, 10);
    }

    @Bean
    static NavigationItem apps() {
        return NavigationItem.everyday(AppsView.class, "employee.apps.title", Glyph.APP, 30);
    }

    @Bean
    static NavigationItem myRequests() {
        return NavigationItem.everyday(RequestsView.class, "employee.requests.title", Glyph.REQUESTS, 20);
    }

    @Bean
    static NavigationItem myDetails() {
        return NavigationItem.of(
                Area.ACCOUNT, MyDetailsView.class, "employee.details.title", Glyph.PERSON, 10, () -> true, () -> 0);
    }

    @Bean
    static NavigationItem touched() {
        return NavigationItem.everyday(TouchedView.class, "employee.touched.place", Glyph.CLOCK, 60);
    }
}
