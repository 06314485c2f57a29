package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A section of a page with its own heading (level 2), contents by {@code add}, and buttons at its end. */
public final class Card extends Section {
    private final HtmlContainer heading;
    private final Div words = new Div();
    private final Div head = new Div();

    /** A card called {@code title}. */
    public Card(String title) {
        addClassName("card");
        heading = Headings.naming(this, 2, Readable.of(title));
        words.addClassName("words");
        words.add(heading);
        head.addClassName("spread");
        head.add(words);
        add(head);
    }

    /** One of many alike, found by its heading: not a place of the page that a reader would jump to. */
    public Card ofMany() {
        getElement().removeAttribute("aria-labelledby");
        return this;
    }

    /** A line below the heading. */
    public Card quiet(String text) {
        var line = new Paragraph(Readable.of(text));
        line.addClassName("quiet");
        words.add(line);
        return this;
    }

    /** The same with more than text, such as a time that goes on. */
    public Card quiet(Component line) {
        var paragraph = new Paragraph(line);
        paragraph.addClassName("quiet");
        words.add(paragraph);
        return this;
    }

    /** At the far end of the heading: a chip, a small button. */
    public Card beside(Component component) {
        head.add(component);
        return this;
    }

    /** Adds contents; the same as {@code add}, for chains. */
    public Card with(Component... components) {
        add(components);
        return this;
    }

    /** Buttons at the card's end. */
    public Card actions(Component... actions) {
        add(Rows.actions(actions));
        return this;
    }

    /** Framed in the colour of danger; a chip must say why. */
    public Card urgent() {
        addClassName("urgent");
        return this;
    }

    /** Changes the heading. */
    public void setTitle(String text) {
        heading.setText(Readable.of(text));
    }
}
