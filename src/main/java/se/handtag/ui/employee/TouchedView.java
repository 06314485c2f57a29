package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.handtag.ui.employee.Happenings.Happening;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Everything that happened to the person's devices, from the log: who did it, and who looked. */
@Route(value = "touched", layout = MainLayout.class)
@PermitAll
class TouchedView extends Div implements Titled {
    private final transient HappeningWords words;
    private final transient List<Happening> all;
    private final Div list = new Div();

    TouchedView(MyFleet fleet, Happenings happenings, HappeningWords words) {
        this.words = words;
        this.all = happenings.of(fleet);
        addClassName("stack");
        var onlyOthers = new RadioButtonGroup<Boolean>(getTranslation("employee.touched.show"));
        onlyOthers.setItems(false, true);
        onlyOthers.setItemLabelGenerator(
                others -> getTranslation(others ? "employee.touched.show.others" : "employee.touched.show.all"));
        onlyOthers.setValue(false);
        onlyOthers.addValueChangeListener(change -> show(Boolean.TRUE.equals(change.getValue())));
        var record = new Anchor("on-record", getTranslation("employee.touched.receipts"));
        record.addClassName("button");
        add(
                new PageHeader(title()).quiet(getTranslation("employee.touched.quiet")),
                onlyOthers,
                list,
                Rows.actions(record));
        show(false);
    }

    private void show(boolean onlyOthers) {
        ActionRow[] rows = all.stream()
                .filter(each -> !onlyOthers || !each.mine())
                .map(each -> words.of(each, getLocale()))
                .flatMap(Optional::stream)
                .map(said -> new ActionRow(said.glyph(), said.title(), said.quiet()))
                .toArray(ActionRow[]::new);
        list.removeAll();
        list.add(
                rows.length == 0
                        ? new EmptyState(
                                Glyph.CHECK,
                                getTranslation("employee.touched.none"),
                                getTranslation("employee.touched.none.text"))
                        : new Card(getTranslation("employee.touched.newest")).with(new ActionList(rows)));
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("employee.touched.title"));
    }
}
