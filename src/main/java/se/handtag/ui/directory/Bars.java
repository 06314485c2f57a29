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

/** A picture that is a table: each row's numbers as text, and as a bar for the eye. */
final class Bars extends Div {
    private static final int WHOLE = 100;
    private final NativeTableBody body = new NativeTableBody();

    /**
     * A part of a bar.
     *
     * @param kind the name of its colour
     */
    record Part(String kind, int count) {}

    Bars(String name, String first, List<String> columns) {
        addClassName("bars");
        // A group and no region: the card around it is the region of that name.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", name);
        var head = new NativeTableRow(header(first));
        columns.forEach(column -> head.add(header(column)));
        var picture = new NativeTableCell();
        picture.getElement().setAttribute("aria-hidden", "true");
        head.add(picture);
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.getElement().setAttribute("aria-label", name);
        add(table);
    }

    private static NativeTableHeaderCell header(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** A row whose numbers are those of the bar's parts. */
    void row(String name, List<Part> parts, int most) {
        row(name, parts.stream().map(part -> String.valueOf(part.count())).toList(), parts, most);
    }

    /** @param most what a bar of the whole width stands for */
    void row(String name, List<String> numbers, List<Part> parts, int most) {
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(head);
        numbers.forEach(number -> row.add(new NativeTableCell(number)));
        var bar = new Span();
        bar.addClassName("bar");
        for (Part part : parts) {
            if (part.count() > 0) {
                var piece = new Span();
                piece.addClassNames("bar-part", part.kind());
                piece.getStyle().set("width", (double) part.count() * WHOLE / Math.max(1, most) + "%");
                bar.add(piece);
            }
        }
        var picture = new NativeTableCell(bar);
        picture.getElement().setAttribute("aria-hidden", "true");
        row.add(picture);
        body.add(row);
    }
}
