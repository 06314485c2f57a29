package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** Everything that happened to the person's devices, from the log: who did it, and who looked. */
@Route(value = "touched", layout = MainLayout.class)
@PermitAll
class TouchedView extends Div implements BeforeEnterObserver, Titled {
    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient Happenings happenings;
    private final transient HappeningWords words;
    private final transient Reading reading;
    private final Div list = new Div();

    TouchedView(MyFleet fleet, WithoutDevices without, Happenings happenings, HappeningWords words, Readings readings) {
        this.fleet = fleet;
        this.without = without;
        this.happenings = happenings;
        this.words = words;
        reading = readings.of(this);
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.touched.quiet")));
        reading.open(() -> Skeleton.lines(8), "employee.reading.touched", this::read);
    }

    private Runnable read() {
        var known = fleet.read();
        if (known instanceof MyFleet.Known.NotNow) {
            return () -> without.tell(this, known);
        }
        List<Happening> all = happenings.of(fleet.person(), known);
        return () -> show(all);
    }

    private void show(List<Happening> all) {
        var onlyOthers = new RadioButtonGroup<Boolean>(getTranslation("employee.touched.show"));
        onlyOthers.setItems(false, true);
        onlyOthers.setItemLabelGenerator(
                others -> getTranslation(others ? "employee.touched.show.others" : "employee.touched.show.all"));
        onlyOthers.setValue(false);
        onlyOthers.addValueChangeListener(change -> list(all, Boolean.TRUE.equals(change.getValue())));
        var record = new Anchor("on-record", getTranslation("employee.touched.receipts"));
        record.addClassName("button");
        add(onlyOthers, list, Rows.actions(record));
        list(all, false);
    }

    private void list(List<Happening> all, boolean onlyOthers) {
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
