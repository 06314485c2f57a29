package se.handtag.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Paragraph;

/** A person's own words, between the language's quotation marks. */
@Tag("blockquote")
public final class Quote extends HtmlContainer {
    /** {@code words} as the person wrote them. */
    public Quote(String words) {
        addClassName("quote");
        add(new Paragraph(getTranslation("kit.quote", words)));
    }
}
