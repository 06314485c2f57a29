package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import se.handtag.ui.employee.HappeningWords.Said;
import se.handtag.ui.employee.Happenings.Part;
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
    private static final int AT_ONCE = 50;

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
        var first = part(known, false, Long.MAX_VALUE);
        return () -> show(known, first);
    }

    private Part<Said> part(MyFleet.Known known, boolean onlyOthers, long before) {
        return happenings.read(fleet.person(), known, onlyOthers, before, AT_ONCE, each -> words.of(each, getLocale()));
    }

    private void show(MyFleet.Known known, Part<Said> first) {
        var onlyOthers = new RadioButtonGroup<Boolean>(getTranslation("employee.touched.show"));
        onlyOthers.setItems(false, true);
        onlyOthers.setItemLabelGenerator(
                others -> getTranslation(others ? "employee.touched.show.others" : "employee.touched.show.all"));
        onlyOthers.setValue(false);
        onlyOthers.addValueChangeListener(change -> {
            boolean others = Boolean.TRUE.equals(change.getValue());
            begin(known, others, part(known, others, Long.MAX_VALUE));
        });
        var record = new Anchor("on-record", getTranslation("employee.touched.receipts"));
        record.addClassName("button");
        add(onlyOthers, list, Rows.actions(record));
        begin(known, false, first);
    }

    private void begin(MyFleet.Known known, boolean onlyOthers, Part<Said> first) {
        list.removeAll();
        list.add(new TouchedLines(first, before -> part(known, onlyOthers, before)));
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("employee.touched.title"));
    }
}
