package se.handtag.ui.shell;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The portal's sign: a door plate with its handle and keyhole. The same as `frontend/logo.svg`, in the page's colours. */
final class Logo {
    private static final String SVG =
            "<svg viewBox='0 0 32 32' width='32' height='32' aria-hidden='true' focusable='false'>"
                    + "<rect class='plate' x='5' y='1.5' width='12' height='29' rx='6'/>"
                    + "<path class='gap' d='M11 6.4h16.7a3.6 3.6 0 0 1 0 7.2H11z'/><circle class='gap' cx='11' cy='10' r='5.2'/>"
                    + "<path class='lever' d='M11 8h16.5a2 2 0 0 1 0 4H11z'/><circle class='lever' cx='11' cy='10' r='3.6'/>"
                    + "<path class='gap' d='M11 18.6a2 2 0 0 1 1 3.7l.5 3.3h-3l.5-3.3a2 2 0 0 1 1-3.7z'/></svg>";

    private Logo() {}

    static Span picture(Brand brand) {
        var span = new Span();
        span.addClassName("logo");
        span.getElement().setAttribute("aria-hidden", "true");
        String own = brand.logo();
        if (own == null) {
            span.getElement().setProperty("innerHTML", SVG);
        } else {
            span.add(new Image(own, ""));
        }
        return span;
    }
}
