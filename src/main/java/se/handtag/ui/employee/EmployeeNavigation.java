package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
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
        return place(Area.EVERYDAY, MyDevicesView.class, "employee.devices.title", Glyph.DEVICE, 10, own);
    }

    @Bean
    static NavigationItem apps(OwnPlaces own) {
        return place(Area.EVERYDAY, AppsView.class, "employee.apps.title", Glyph.APP, 30, own);
    }

    @Bean
    static NavigationItem myRequests(OwnPlaces own) {
        return place(Area.EVERYDAY, RequestsView.class, "employee.requests.title", Glyph.REQUESTS, 20, own);
    }

    @Bean
    static NavigationItem myDetails(OwnPlaces own) {
        return place(Area.ACCOUNT, MyDetailsView.class, "employee.details.title", Glyph.PERSON, 10, own);
    }

    @Bean
    static NavigationItem touched(OwnPlaces own) {
        return place(Area.EVERYDAY, TouchedView.class, "employee.touched.place", Glyph.CLOCK, 60, own);
    }

    private static NavigationItem place(
            Area area, Class<? extends Component> view, String messageKey, Glyph glyph, int order, OwnPlaces own) {
        return NavigationItem.of(area, view, messageKey, glyph, order, own::open, () -> 0);
    }
}
