package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** The house's buttons. Each says in its text what a press does; the ones that send something say to what. */
public final class Buttons {
    private Buttons() {}

    /** What most people came for; at most one in a card. */
    public static Button primary(String text, Runnable pressed) {
        return themed(text, pressed, "primary");
    }

    /** Any other press. */
    public static Button plain(String text, Runnable pressed) {
        return new Press(text, _ -> pressed.run());
    }

    /** A press that cannot be taken back or that is urgent. */
    public static Button danger(String text, Runnable pressed) {
        return themed(text, pressed, "primary", "danger");
    }

    /** Leads to a page of the portal. */
    public static RouterLink link(String text, Class<? extends Component> view, RouteParameters parameters) {
        var link = new RouterLink(text, view, parameters);
        link.addClassName("button");
        return link;
    }

    /** Leads to a page of the portal. */
    public static RouterLink link(String text, Class<? extends Component> view) {
        return link(text, view, RouteParameters.empty());
    }

    /** Looks like a link; for what matters less. */
    public static Button quiet(String text, Runnable pressed) {
        return themed(text, pressed, "tertiary");
    }

    /** Large, for one decision on a small screen: "Lock Anna’s iPhone …K7QX". */
    public static Button huge(String text, boolean danger, Runnable pressed) {
        var button = danger ? danger(text, pressed) : plain(text, pressed);
        button.addClassName("huge");
        return button;
    }

    /**
     * Only a sign.
     *
     * @param name what it does, for screen readers and as a tooltip
     */
    public static Button sign(Glyph glyph, String name, Runnable pressed) {
        var button = new Press(glyph.picture(), _ -> pressed.run());
        button.addThemeNames("icon");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /** Puts a sign before the button's text. */
    public static Button with(Glyph glyph, Button button) {
        button.setIcon(glyph.picture());
        return button;
    }

    private static Button themed(String text, Runnable pressed, String... themes) {
        var button = plain(text, pressed);
        button.addThemeNames(themes);
        return button;
    }
}
