package se.handtag.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for long lists, dense but with rows that a thumb can press; on a phone each row can be
 * something else.
 *
 * @param <T> what a row is
 */
public final class DataTable<T> extends Grid<T> {
    private static final int NARROW_PIXELS = 640;

    private SerializableConsumer<Integer> fit = width -> {};
    private @Nullable Registration resized;

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

    /**
     * What a row is on a screen narrower than 640 px, in place of all other columns; call it after them.
     *
     * @param row usually a few lines of words and chips
     */
    public DataTable<T> onPhone(String header, SerializableFunction<T, ? extends Component> row) {
        var wide = List.copyOf(getColumns());
        var narrow = addComponentColumn(row::apply).setHeader(header).setFlexGrow(1);
        narrow.setVisible(false);
        fit = width -> {
            wide.forEach(column -> column.setVisible(width >= NARROW_PIXELS));
            narrow.setVisible(width < NARROW_PIXELS);
        };
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        fit.accept(page.getExtendedClientDetails().getWindowInnerWidth());
        resized = page.addBrowserWindowResizeListener(size -> fit.accept(size.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resized != null) {
            resized.remove();
        }
        super.onDetach(event);
    }

    /** As high as its rows, for lists that are short. */
    public DataTable<T> whole() {
        setAllRowsVisible(true);
        return this;
    }
}
