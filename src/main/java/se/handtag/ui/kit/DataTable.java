package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableFunction;

/**
 * A table for long lists, dense but with rows that a thumb can press. On a phone show cards instead where it can be helped.
 *
 * @param <T> what a row is
 */
public final class DataTable<T> extends Grid<T> {
    /**
     * A table without columns.
     *
     * @param name what it lists, for screen readers
     * @param empty what stands there when it lists nothing
     */
    public DataTable(String name, String empty) {
        addClassName("data-table");
        addThemeNames("no-border", "row-stripes");
        getElement().setAttribute("aria-label", name).setProperty("accessibleName", name);
        setEmptyStateText(empty);
        setSelectionMode(SelectionMode.NONE);
        setColumnReorderingAllowed(false);
    }

    /** A column of text that takes its share of the width. */
    public Column<T> text(String header, SerializableFunction<T, String> value) {
        return addColumn(value::apply).setHeader(header).setFlexGrow(1).setResizable(true);
    }

    /** A column of numbers. */
    public Column<T> number(String header, SerializableFunction<T, ? extends Number> value) {
        return addColumn(value::apply)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** A column of components as wide as they need. */
    public Column<T> components(String header, SerializableFunction<T, ? extends Component> value) {
        return addComponentColumn(value::apply)
                .setHeader(header)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** As high as its rows, for lists that are short. */
    public DataTable<T> whole() {
        setAllRowsVisible(true);
        return this;
    }
}
