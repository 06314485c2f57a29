package se.handtag.ui.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Set;
import java.util.stream.Collectors;
import se.handtag.mdm.DeviceId;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Rows;

/** Shows that a device is reported lost, wherever it is named. */
@org.springframework.stereotype.Component
public class LostMarks {
    private final LostReports reports;

    LostMarks(LostReports reports) {
        this.reports = reports;
    }

    /** All that is lost now, in one question, for tables. */
    public Set<DeviceId> now() {
        return reports.open().stream().map(LostReport::device).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isLost(DeviceId device) {
        return reports.about(device).isPresent();
    }

    public static Chip chip() {
        return Chip.no(I18NProvider.translate("words.lost"));
    }

    /** A device's name, and that it is lost beside it where it is. */
    public static Component beside(Component name, boolean lost) {
        return lost ? Rows.line(name, chip()) : name;
    }
}
