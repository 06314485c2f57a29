package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Entry;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Platform;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.LostMarks;

/** What was found, each leading to its page, as far down as one scrolls. */
@org.springframework.stereotype.Component
class FindTable {
    private final LostMarks marks;
    private final Clock clock;

    FindTable(LostMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** A part of a list that is read as one scrolls. */
    interface Part {
        List<Entry> read(int offset, int limit);
    }

    /**
     * @param everywhere whether all pages are open to the person; else only those of devices
     * @param kind of which kind all are; null: of several, so that each says its own
     */
    DataTable<Entry> of(String name, Part part, boolean everywhere, Entry.@Nullable Kind kind) {
        var table = new DataTable<Entry>(name, "");
        Set<String> lost = marks.now().stream().map(DeviceId::toString).collect(Collectors.toUnmodifiableSet());
        table.addComponentColumn(entry -> title(entry, everywhere, lost))
                .setHeader(t("thing"))
                .setFlexGrow(2);
        if (kind == null) {
            table.text(t("is"), FindTable::kind).setFlexGrow(0).setWidth("8em");
        }
        table.text(t("about"), entry -> text(entry.about())).setFlexGrow(2);
        if (kind == null || kind == Entry.Kind.DEVICE) {
            table.text(t("model"), entry -> joined(entry.model(), system(entry)))
                    .setFlexGrow(2);
            table.text(t("serial"), entry -> text(entry.serial()));
            table.text(t("contact"), entry -> contact(entry.contact()));
        }
        table.onPhone(
                name,
                entry -> Rows.lines(
                        title(entry, everywhere, lost),
                        quiet(kind == null ? joined(kind(entry), entry.about()) : text(entry.about())),
                        quiet(joined(entry.model(), entry.serial(), contact(entry.contact())))));
        table.setItems(query -> part.read(query.getOffset(), query.getLimit()).stream());
        table.addClassName("long");
        return table;
    }

    private static String kind(Entry entry) {
        return I18NProvider.translate("directory.find.kinds." + entry.kind());
    }

    private static Component title(Entry entry, boolean everywhere, Set<String> lost) {
        var path = path(entry, everywhere);
        return LostMarks.beside(
                path.isEmpty() ? new Span(entry.title()) : link(path, entry.title()),
                entry.kind() == Entry.Kind.DEVICE && lost.contains(entry.id()));
    }

    /** A link within the portal. */
    static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    private static String path(Entry entry, boolean everywhere) {
        if (!everywhere) {
            return entry.kind() == Entry.Kind.DEVICE ? "device/" + entry.id() : "";
        }
        return switch (entry.kind()) {
            case PERSON -> "directory/person/" + entry.id();
            case DEVICE -> "directory/device/" + entry.id();
            case APP -> "directory/app/" + entry.id();
            case GROUP -> "directory/group/" + entry.id();
            case TAG -> "directory/tag/" + entry.id();
        };
    }

    static String system(Entry entry) {
        return entry.platform() == null ? "" : joined(system(entry.platform()), entry.system());
    }

    static String system(Platform platform) {
        return switch (platform) {
            case IOS -> "iOS";
            case ANDROID -> "Android";
            case MACOS -> "macOS";
            case TVOS -> "tvOS";
            case UNKNOWN -> "";
        };
    }

    private String contact(@Nullable Instant at) {
        return at == null ? "" : TimeText.relativeWords(at, clock);
    }

    private static String t(String column) {
        return I18NProvider.translate("directory.find." + column);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .map(FindTable::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static Paragraph quiet(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        return line;
    }
}
