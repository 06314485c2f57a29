package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.devices.IndexReading;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Anything of the company by one field, for IT and the help desk. Looks when asked to, not while one types: each search is a record. */
@Route(value = "find", layout = MainLayout.class)
@RolesAllowed({Role.IT_NAME, Role.HELP_DESK_NAME})
class FindView extends Div implements Titled {
    private static final Logger LOG = LoggerFactory.getLogger(FindView.class);
    private static final int SHORTEST = 2;
    /** Counted no further: whoever has so many writes another word. */
    private static final int MOST = 1_000;

    private final FleetIndex index;
    private final IndexReading reading;
    private final FindTable tables;
    private final Looks looks;
    private final Clock clock;
    private final boolean it;
    private final SearchField field;
    private final Select<Entry.@Nullable Kind> kind = new Select<>();
    private final Div age = new Div();
    private final Div results = new Div();

    FindView(FleetIndex index, IndexReading reading, FindTable tables, Looks looks, SignedIn signedIn, Clock clock) {
        this.index = index;
        this.reading = reading;
        this.tables = tables;
        this.looks = looks;
        this.clock = clock;
        it = signedIn.person().is(Role.IT);
        addClassName("stack");
        results.addClassName("stack");
        age.addClassName("line");
        field = new SearchField(getTranslation("directory.find.field"), _ -> {});
        kind.setAriaLabel(getTranslation("directory.find.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("directory.find.all"));
        kind.setItems(Entry.Kind.values());
        kind.setItemLabelGenerator(
                each -> getTranslation(each == null ? "directory.find.all" : "directory.find.kinds." + each.name()));
        kind.addValueChangeListener(_ -> search());
        var button = Buttons.primary(getTranslation("directory.find.search"), this::search);
        button.addClickShortcut(Key.ENTER).listenOn(field);
        add(
                new PageHeader(title()).quiet(getTranslation("directory.find.quiet")),
                Rows.line(field, kind, button),
                results,
                age);
        showAge();
    }

    private void search() {
        var text = field.getValue().strip();
        if (text.length() < SHORTEST) {
            if (!text.isEmpty()) {
                show(new Paragraph(getTranslation("directory.find.short")));
            }
            return;
        }
        looks.search(text);
        var wanted = kind.getValue();
        int count = index.count(text, wanted, MOST + 1);
        if (count == 0) {
            var none = getTranslation("directory.find.none", text);
            field.found(none);
            show(new EmptyState(Glyph.SEARCH, none, getTranslation("directory.find.none.text")));
            return;
        }
        var words = count <= MOST
                ? getTranslation("directory.find.count", count)
                : getTranslation("directory.find.count.many", MOST);
        field.found(words);
        var found = new Paragraph(words);
        found.addClassName("quiet");
        show(found);
        results.add(tables.of(
                getTranslation("directory.find.results", text),
                (offset, limit) -> index.find(text, wanted, offset, limit),
                it,
                null));
    }

    private void show(Component component) {
        results.removeAll();
        results.add(component);
    }

    private void showAge() {
        age.removeAll();
        var words = index.age()
                .map(known -> getTranslation(
                        "directory.find.age", TimeText.relativeWords(known.readAt(), clock), known.entries()))
                .orElseGet(() -> getTranslation("directory.find.never"));
        var line = new Span(words);
        line.addClassName("quiet");
        age.add(line);
        if (it) {
            var again = Buttons.quiet(getTranslation("directory.find.again"), this::readAgain);
            again.setDisableOnClick(true);
            age.add(again);
        }
    }

    /** A whole fleet takes a while, in which the screen goes on. */
    private void readAgain() {
        var ui = UI.getCurrent();
        Thread.startVirtualThread(() -> {
            Runnable after;
            try {
                reading.read();
                after = () -> Toast.done(getTranslation("directory.find.read"));
            } catch (RuntimeException away) {
                // The MDM or the database: the button must come back.
                LOG.warn("The fleet could not be read", away);
                after = () -> Toast.problem(getTranslation("directory.find.away"));
            }
            var told = after;
            Later.on(ui, () -> {
                showAge();
                told.run();
            });
        });
    }

    @Override
    public String title() {
        return getTranslation("directory.find.title");
    }
}
