package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.FleetDevice;
import se.handtag.ui.administration.DeviceSearch.Found;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;

/** Devices that were found, each leading to its page. */
final class FoundDevices {
    private FoundDevices() {}

    /** Draws tables. */
    @Component
    static class Factory {
        private final Clock clock;

        Factory(Clock clock) {
            this.clock = clock;
        }

        DataTable<Found> of(List<Found> found, String name) {
            var table = new DataTable<Found>(name, "");
            table.addComponentColumn(row -> link(row.device()))
                    .setHeader(t(table, "device"))
                    .setFlexGrow(2);
            table.text(t(table, "owner"), row -> words(row.owner())).setFlexGrow(2);
            table.text(t(table, "model"), row -> words(row.device().model())).setFlexGrow(2);
            table.text(t(table, "serial"), row -> words(row.device().serialNumber()));
            table.text(t(table, "system"), row -> system(row.device()));
            table.text(t(table, "contact"), row -> contact(row.device()));
            table.onPhone(
                    name,
                    row -> Rows.lines(
                            link(row.device()),
                            quiet(joined(
                                    row.owner(),
                                    row.device().model(),
                                    "…" + row.device().ending())),
                            quiet(joined(system(row.device()), contact(row.device())))));
            table.setItems(found);
            return table.whole();
        }

        private String contact(FleetDevice device) {
            var contact = device.lastContact();
            return contact == null ? "–" : TimeText.relativeWords(contact, clock);
        }
    }

    private static String t(DataTable<?> table, String column) {
        return table.getTranslation("administration.find." + column);
    }

    private static Anchor link(FleetDevice device) {
        return DeviceSearchView.link(device.id().toString(), device.title());
    }

    private static String system(FleetDevice device) {
        var platform = switch (device.platform()) {
            case IOS -> "iOS";
            case ANDROID -> "Android";
            case MACOS -> "macOS";
            case TVOS -> "tvOS";
            case UNKNOWN -> "";
        };
        return Stream.of(platform, words(device.osVersion()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .map(FoundDevices::words)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Paragraph quiet(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        return line;
    }
}
