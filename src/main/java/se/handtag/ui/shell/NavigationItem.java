package se.handtag.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import se.handtag.ui.kit.Glyph;

/**
 * A place in the navigation. A view's package offers one bean for each view that belongs there:
 *
 * {@snippet :
 * @Bean
 * NavigationItem devices() {
 *     return NavigationItem.everyday(DevicesView.class, "devices.title", Glyph.DEVICE, 10, () -> true);
 * }
 * }
 */
public interface NavigationItem {
    /** Which part of the navigation. */
    enum Area {
        /** For everyone; the first four are always within a thumb's reach on a phone. */
        EVERYDAY,
        /** For IT and auditors. */
        ADMINISTRATION,
        /** About the person; in the menu at the header's end. */
        ACCOUNT
    }

    /** The view; it must be reachable without parameters. */
    Class<? extends Component> view();

    /** The message key of its name. */
    String messageKey();

    /** Its sign. */
    Glyph glyph();

    /** Lower comes first. */
    int order();

    /** Where it stands. */
    default Area area() {
        return Area.EVERYDAY;
    }

    /** Whether the person at the screen may go there. What may not be seen is not sent to the browser. */
    default boolean visible() {
        return true;
    }

    /** How many things wait there for the person; 0 shows nothing. Asked at each navigation, so it must be quick. */
    default int count() {
        return 0;
    }

    /** An item of every day, at which nothing waits. */
    static NavigationItem everyday(
            Class<? extends Component> view, String messageKey, Glyph glyph, int order, BooleanSupplier visible) {
        return of(Area.EVERYDAY, view, messageKey, glyph, order, visible, () -> 0);
    }

    /** An item with all there is to say about it. */
    static NavigationItem of(
            Area area,
            Class<? extends Component> view,
            String messageKey,
            Glyph glyph,
            int order,
            BooleanSupplier visible,
            IntSupplier count) {
        record Item(
                Area area,
                Class<? extends Component> view,
                String messageKey,
                Glyph glyph,
                int order,
                BooleanSupplier visibility,
                IntSupplier counter)
                implements NavigationItem {
            @Override
            public boolean visible() {
                return visibility.getAsBoolean();
            }

            @Override
            public int count() {
                return counter.getAsInt();
            }
        }
        return new Item(area, view, messageKey, glyph, order, visible, count);
    }
}
