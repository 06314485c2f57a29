package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.requests.RequestId;
import se.handtag.ui.employee.History.Line;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Kept;
import se.handtag.ui.kit.Readable;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;

/** What was asked for, the newest first. Shown again, only what has changed of it is drawn anew. */
final class HistoryList extends Div {
    private final transient Clock clock;
    private final ActionList list = new ActionList();
    private final Paragraph nothing = new Paragraph(getTranslation("employee.history.none"));
    private transient Map<Key, Row> rows = Map.of();
    private boolean shown;

    HistoryList(Clock clock) {
        this.clock = clock;
        nothing.addClassName("quiet");
    }

    /** What stays of a line while its state goes on. */
    private record Key(
            Instant at,
            String title,
            String quiet,
            @Nullable RequestId request) {
        static Key of(Line line) {
            return new Key(line.at(), line.title(), line.quiet(), line.request());
        }
    }

    private record Row(ListItem item, Div ends, Chip chip) {
        String state() {
            return stateOf(chip);
        }
    }

    /**
     * Shows these from now on.
     *
     * @return what has come or gone on since it was shown before, in words; empty for nothing, and the first time
     */
    String show(List<Line> lines) {
        Map<Key, Row> before = rows;
        Map<Key, Row> now = new LinkedHashMap<>();
        List<Line> news = new ArrayList<>();
        for (Line line : lines) {
            Row known = before.get(Key.of(line));
            if (known == null || !known.state().equals(stateOf(line.chip()))) {
                news.add(line);
            }
            now.put(Key.of(line), known == null ? drawn(line) : goneOn(known, line));
        }
        // What is older than all of them was asked for by whoever reads on.
        Instant oldest =
                before.keySet().stream().map(Key::at).min(Instant::compareTo).orElse(Instant.MIN);
        boolean first = !shown;
        shown = true;
        rows = now;
        Kept.show(list, now.values().stream().map(Row::item).toList());
        Kept.show(this, List.of(now.isEmpty() ? nothing : list));
        return first
                ? ""
                : news.stream()
                        .filter(line -> !line.at().isBefore(oldest))
                        .map(line -> getTranslation("employee.news.line", line.title(), stateOf(line.chip())))
                        .collect(Collectors.joining(" "));
    }

    private static String stateOf(Chip chip) {
        return chip.getElement().getTextRecursively();
    }

    private static Row goneOn(Row row, Line line) {
        if (row.state().equals(stateOf(line.chip()))) {
            return row;
        }
        row.ends().replace(row.chip(), line.chip());
        return new Row(row.item(), row.ends(), line.chip());
    }

    private Row drawn(Line line) {
        var title = new Paragraph();
        title.addClassName("strong");
        RequestId request = line.request();
        title.add(
                request == null
                        ? new Span(line.title())
                        : new RouterLink(line.title(), RequestView.class, RequestView.parameters(request)));
        var quiet = new Paragraph(new Span(Readable.of(line.quiet()) + " · "), TimeText.both(line.at(), clock));
        quiet.addClassName("quiet");
        Div ends = Rows.spread(Rows.lines(title, quiet), line.chip());
        var item = new ListItem(line.glyph().picture(), ends);
        item.addClassName("action-row");
        return new Row(item, ends, line.chip());
    }
}
