package se.handtag.ui.employee;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;
import se.handtag.ui.shell.NavigationItem.Area;
import se.handtag.ui.words.OwnPlaces;

/** What everyone finds in the navigation who has places of their own. */
@Configuration(proxyBeanMethods = false)
class EmployeeNavigation {
    @Bean
    static NavigationItem myDevices(OwnPlaces own) {
        return NavigationItem.everyday(MyDevicesView.class, "employee.devices.title", Glyph.DEVICE, 10, own::open);
    }

    @Bean
    static NavigationItem apps(OwnPlaces own) {
        return NavigationItem.everyday(AppsView.class, "employee.apps.title", Glyph.APP, 30, own::open);
    }

    @Bean
    static NavigationItem myRequests(OwnPlaces own) {
        return NavigationItem.everyday(RequestsView.class, "employee.requests.title", Glyph.REQUESTS, 20, own::open);
    }

    @Bean
    static NavigationItem myDetails(OwnPlaces own) {
        return NavigationItem.of(
                Area.ACCOUNT, MyDetailsView.class, "employee.details.title", Glyph.PERSON, 10, own::open, () -> 0);
    }

    @Bean
    static NavigationItem touched(OwnPlaces own) {
        return NavigationItem.everyday(TouchedView.class, "employee.touched.place", Glyph.CLOCK, 60, own::open);
    }
}
