package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;

/** The top of a page: a way back, the page's one {@code h1}, a quiet line, and what one can do at once. */
public final class PageHeader extends Header {
    private final Div words = new Div();
    private final H1 title;
    private final Paragraph changing = new Paragraph();
    private final Div changingLine = line(changing);

    /** A page called {@code title}. */
    public PageHeader(String title) {
        this.title = new H1(Readable.of(title));
        addClassName("page-header");
        words.addClassName("words");
        words.add(this.title);
        // The shell moves the focus here after navigation, so that screen readers start at the new page's name.
        this.title.getElement().setAttribute("tabindex", "-1");
        add(words);
    }

    /** A line below the title. */
    public PageHeader quiet(String text) {
        return below(new Paragraph(Readable.of(text)));
    }

    /** Anything below the title, such as chips or a {@link TimeText}. */
    public PageHeader below(Component... components) {
        words.add(line(components));
        return this;
    }

    private static Div line(Component... components) {
        var line = new Div(components);
        line.addClassNames("quiet", "line");
        return line;
    }

    /** A way back above the title. */
    public PageHeader back(String text, Class<? extends Component> view) {
        var link = new RouterLink(view);
        link.addClassName("back");
        link.add(Glyph.BACK.picture(), new Text(text));
        addComponentAsFirst(link);
        return this;
    }

    /** A picture before the words, such as {@code DevicePicture.IPHONE.picture()}. */
    public PageHeader picture(Component picture) {
        addComponentAtIndex(indexOf(words), picture);
        addClassName("pictured");
        return this;
    }

    /** What one can do from here. */
    public PageHeader actions(Component... actions) {
        add(Rows.actions(actions));
        return this;
    }

    /** Changes the title. */
    public void setTitle(String text) {
        title.setText(Readable.of(text));
    }

    /** Changes a line below the title, which is there while it says anything. */
    public void setQuiet(String text) {
        changing.setText(Readable.of(text));
        if (text.isEmpty()) {
            words.remove(changingLine);
        } else if (changingLine.getParent().isEmpty()) {
            words.add(changingLine);
        }
    }

    /** Where a keyboard goes on when what it was on has gone. */
    public void takeFocusLeftBehind() {
        title.getElement().executeJs("if (document.activeElement === document.body) this.focus({preventScroll: true})");
    }
}
