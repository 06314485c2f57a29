package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** One device among several: picture, name, model and serial number's end, state, and the first things one can do. */
public final class DeviceCard extends Article {
    private final String title;
    private final HtmlContainer heading;
    private final Div words = new Div();
    private final Div head = new Div();

    /** A card for the device that people call {@code title}. */
    public DeviceCard(DevicePicture picture, String title) {
        this.title = title;
        addClassNames("card", "device-card");
        heading = Headings.naming(this, 2, title);
        words.addClassName("words");
        words.add(heading);
        head.addClassName("device-head");
        head.add(picture.picture(), words);
        add(head);
    }

    /** Makes the title a link to the device's page. */
    public DeviceCard link(Class<? extends Component> view, RouteParameters parameters) {
        heading.removeAll();
        heading.add(new RouterLink(title, view, parameters));
        return this;
    }

    /** Model and serial number's end: "iPhone 16 · …K7QX". */
    public DeviceCard quiet(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        words.add(line);
        return this;
    }

    /** Its state and tags. */
    public DeviceCard chips(Component... chips) {
        words.add(Rows.line(chips));
        return this;
    }

    /** What the state means for the person. */
    public DeviceCard note(String text) {
        var note = new Paragraph(text);
        note.addClassName("quiet");
        add(note);
        return this;
    }

    /** What one can do. */
    public DeviceCard actions(Component... actions) {
        add(Rows.actions(actions));
        return this;
    }

    /** Framed in the colour of danger; a chip must say why. */
    public DeviceCard urgent() {
        addClassName("urgent");
        return this;
    }
}
