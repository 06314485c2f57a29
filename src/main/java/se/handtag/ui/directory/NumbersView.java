package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Role;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Figures;
import se.handtag.requests.Figures.Line;
import se.handtag.requests.Figures.Outcome;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;
import se.handtag.ui.words.Words;

/** Requests in pictures: by day and outcome, how long they take, by department and by action. */
@Route(value = "numbers", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class NumbersView extends Page {
    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    private final Figures figures;
    private final Words words;
    private final Clock clock;
    private final Div pictures = new Div();

    NumbersView(Figures figures, Words words, Clock clock, Readings readings) {
        super("directory.numbers", readings);
        this.figures = figures;
        this.words = words;
        this.clock = clock;
        pictures.addClassName("stack");
    }

    @Override
    @Nullable
    Runnable read() {
        var days = new Select<Integer>();
        days.setLabel(getTranslation("directory.numbers.since"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(each -> getTranslation("directory.numbers.days", each));
        days.addValueChangeListener(event -> draw(event.getValue()));
        return () -> {
            removeAll();
            add(
                    new PageHeader(title()).quiet(getTranslation("directory.numbers.quiet")),
                    OverviewTabs.at(NumbersView.class),
                    Rows.line(days),
                    pictures);
            days.setValue(DAYS.get(1));
        };
    }

    private void draw(int days) {
        pictures.removeAll();
        Instant from = clock.instant().minus(Duration.ofDays(days));
        List<Figures.Day> byDay = figures.byDay(from, TimeText.zone());
        if (byDay.isEmpty()) {
            pictures.add(new EmptyState(
                    Glyph.REQUESTS,
                    getTranslation("directory.numbers.none"),
                    getTranslation("directory.numbers.none.text")));
            return;
        }
        Line whole = figures.whole(from);
        pictures.add(
                new Card(getTranslation("directory.numbers.times"))
                        .quiet(getTranslation("directory.numbers.times.quiet"))
                        .with(
                                new FactsList()
                                        .fact(getTranslation("directory.numbers.asked"), String.valueOf(whole.asked())),
                                times(whole)),
                new Card(getTranslation("directory.numbers.by-day"))
                        .quiet(getTranslation("directory.numbers.by-day.quiet"))
                        .with(legend(), days(byDay)),
                lines("directory.numbers.by-action", figures.byAction(from), this::action),
                lines(
                        "directory.numbers.by-department",
                        figures.byDepartment(from),
                        name -> name.isBlank() ? getTranslation("directory.numbers.no-department") : name));
    }

    private Component legend() {
        var legend = Rows.line(Arrays.stream(Outcome.values())
                .map(outcome -> {
                    var sign = new Span();
                    sign.addClassNames("bar-part", outcome.name().toLowerCase(Locale.ROOT));
                    var name = new Span(sign, new Span(getTranslation("directory.outcome." + outcome)));
                    name.addClassName("legend");
                    return name;
                })
                .toArray(Component[]::new));
        legend.getElement().setAttribute("aria-hidden", "true");
        return legend;
    }

    private Component days(List<Figures.Day> days) {
        int most = days.stream().mapToInt(Figures.Day::total).max().orElse(1);
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(UI.getCurrent().getLocale());
        var table = Bars.ofParts(
                getTranslation("directory.numbers.by-day"),
                getTranslation("directory.numbers.day"),
                Arrays.stream(Outcome.values())
                        .map(outcome -> getTranslation("directory.outcome." + outcome))
                        .toList());
        for (Figures.Day day : days) {
            table.parts(
                    day.day().format(format),
                    Arrays.stream(Outcome.values())
                            .map(outcome -> new Bars.Part(
                                    outcome.name().toLowerCase(Locale.ROOT),
                                    day.counts().getOrDefault(outcome, 0)))
                            .toList(),
                    most);
        }
        return table;
    }

    private Component times(Line whole) {
        var table = Bars.ofMeasures(
                getTranslation("directory.numbers.times"),
                getTranslation("directory.numbers.step"),
                List.of(getTranslation("directory.numbers.time")));
        var longest = longest(List.of(whole));
        table.measures(
                getTranslation("directory.numbers.decided"), List.of(measure("waiting", whole.decided(), longest)));
        table.measures(
                getTranslation("directory.numbers.accepted"), List.of(measure("accepted", whole.accepted(), longest)));
        table.measures(getTranslation("directory.numbers.effect"), List.of(measure("effect", whole.effect(), longest)));
        return table;
    }

    /** One scale for all times of a table: the same length is the same time, whatever it was that took it. */
    private Card lines(String key, List<Line> lines, Function<String, String> name) {
        int most = lines.stream().mapToInt(Line::asked).max().orElse(1);
        var longest = longest(lines);
        var table = Bars.ofMeasures(
                getTranslation(key),
                getTranslation(key + ".name"),
                List.of(
                        getTranslation("directory.numbers.asked"),
                        getTranslation("directory.numbers.decided.short"),
                        getTranslation("directory.numbers.accepted.short"),
                        getTranslation("directory.numbers.effect.short")));
        for (Line line : lines) {
            table.measures(
                    name.apply(line.name()),
                    List.of(
                            new Bars.Measure(String.valueOf(line.asked()), "asked", (double) line.asked() / most),
                            measure("waiting", line.decided(), longest),
                            measure("accepted", line.accepted(), longest),
                            measure("effect", line.effect(), longest)));
        }
        return new Card(getTranslation(key)).with(table);
    }

    private static Duration longest(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.decided(), line.accepted(), line.effect()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Bars.Measure measure(String kind, @Nullable Duration time, Duration longest) {
        Double share = time == null ? null : (double) time.toMillis() / Math.max(1, longest.toMillis());
        return new Bars.Measure(time(time), kind, share);
    }

    private String action(String key) {
        return Arrays.stream(ActionKind.values())
                .filter(kind -> kind.name().equals(key) || kind.key().equals(key))
                .findFirst()
                .map(kind -> words.action(kind, UI.getCurrent().getLocale()))
                .orElse(key);
    }

    private String time(@Nullable Duration time) {
        if (time == null) {
            return "–";
        }
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return getTranslation("directory.numbers.seconds", time.toSeconds());
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return getTranslation("directory.numbers.minutes", time.toMinutes());
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? getTranslation("directory.numbers.hours", time.toHours())
                : getTranslation("directory.numbers.days-long", time.toDays());
    }
}
