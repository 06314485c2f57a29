package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture that is a table: each row's numbers as text, and as bars for the eye. */
final class Bars extends Div {
    private static final int WHOLE = 100;
    private final NativeTableRow head;
    private final NativeTableBody body = new NativeTableBody();

    /**
     * A part of a bar.
     *
     * @param kind the name of its colour
     */
    record Part(String kind, int count) {}

    /**
     * Something measured.
     *
     * @param text what it comes to
     * @param kind the name of its bar's colour
     * @param share of the longest bar, up to 1; null when there is nothing to measure, and no bar
     */
    record Measure(String text, String kind, @Nullable Double share) {}

    private Bars(String name, String first, List<String> columns) {
        addClassName("bars");
        // A group and no region: the card around it is the region of that name.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", name);
        head = new NativeTableRow(header(first));
        columns.forEach(column -> head.add(header(column)));
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.getElement().setAttribute("aria-label", name);
        add(table);
    }

    /** One bar at the end of each row, of all its numbers. */
    static Bars ofParts(String name, String first, List<String> columns) {
        var bars = new Bars(name, first, columns);
        bars.head.add(forTheEye(new NativeTableCell()));
        return bars;
    }

    /** A bar below each number. */
    static Bars ofMeasures(String name, String first, List<String> columns) {
        return new Bars(name, first, columns);
    }

    private static NativeTableHeaderCell header(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableCell forTheEye(NativeTableCell cell) {
        cell.addClassName("bars-picture");
        cell.getElement().setAttribute("aria-hidden", "true");
        return cell;
    }

    private NativeTableRow row(String name) {
        var first = new NativeTableHeaderCell(name);
        first.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(first);
        body.add(row);
        return row;
    }

    /** A row whose numbers are those of the bar's parts. @param most what a bar of the whole width stands for */
    void parts(String name, List<Part> parts, int most) {
        var row = row(name);
        var bar = bar();
        for (Part part : parts) {
            row.add(new NativeTableCell(String.valueOf(part.count())));
            if (part.count() > 0) {
                bar.add(piece(part.kind(), (double) part.count() / Math.max(1, most)));
            }
        }
        row.add(forTheEye(new NativeTableCell(bar)));
    }

    void measures(String name, List<Measure> measures) {
        var row = row(name);
        for (Measure measure : measures) {
            var cell = new NativeTableCell(new Span(measure.text()));
            Double share = measure.share();
            if (share != null) {
                var bar = bar();
                bar.getElement().setAttribute("aria-hidden", "true");
                bar.add(piece(measure.kind(), share));
                cell.add(bar);
            }
            row.add(cell);
        }
    }

    private static Span bar() {
        var bar = new Span();
        bar.addClassName("bar");
        return bar;
    }

    private static Span piece(String kind, double share) {
        var piece = new Span();
        piece.addClassNames("bar-part", kind);
        piece.getStyle().set("width", share * WHOLE + "%");
        return piece;
    }
}
