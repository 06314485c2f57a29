package se.handtag.ui.employee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.LongFunction;
import se.handtag.ui.employee.HappeningWords.Said;
import se.handtag.ui.employee.Happenings.Part;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Rows;

/** What happened, as far as it was read, and how to read on. */
final class TouchedLines extends Div {
    private final transient LongFunction<Part<Said>> reading;
    private final ActionList rows = new ActionList();
    private final Paragraph extent = new Paragraph();
    private final Button more;
    private long before;

    /**
     * @param reading gives the next part, from the number of a record on
     */
    TouchedLines(Part<Said> first, LongFunction<Part<Said>> reading) {
        this.reading = reading;
        more = Buttons.plain(getTranslation("employee.touched.more"), this::readOn);
        extent.addClassName("quiet");
        if (first.told().isEmpty() && first.whole()) {
            add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("employee.touched.none"),
                    getTranslation("employee.touched.none.text")));
        } else {
            add(new Card(getTranslation("employee.touched.newest")).with(rows, extent, Rows.actions(more)));
            show(first);
        }
    }

    private void readOn() {
        show(reading.apply(before));
    }

    private void show(Part<Said> part) {
        before = part.before();
        part.told().forEach(said -> rows.add(new ActionRow(said.glyph(), said.title(), said.quiet())));
        extent.setText(getTranslation(part.whole() ? "employee.touched.whole" : "employee.touched.not-whole"));
        more.setVisible(!part.whole());
    }
}
