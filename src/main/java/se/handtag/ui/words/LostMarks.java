package se.handtag.ui.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Subject;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Notice;
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

    /** That one is lost, for its own page; empty when it is not. */
    public Optional<Notice> about(DeviceId device) {
        return reports.about(device)
                .map(report -> Notice.warn(
                        I18NProvider.translate("words.lost.title"),
                        I18NProvider.translate("words.lost.text", report.reportedBy())));
    }

    /** Which of many are lost; empty when none is. */
    public Optional<Notice> among(Collection<Subject> subjects) {
        Set<DeviceId> lost = now();
        List<String> named = subjects.stream()
                .filter(subject -> subject.deviceId() != null && lost.contains(subject.deviceId()))
                .map(Subject::label)
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.warn(
                        I18NProvider.translate("words.lost.among", named.size()), String.join(", ", named)));
    }
}
