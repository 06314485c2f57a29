package se.handtag.ui.employee;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;

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
    static NavigationItem touched() {
        return NavigationItem.everyday(TouchedView.class, "employee.touched.place", Glyph.CLOCK, 60);
    }
}
