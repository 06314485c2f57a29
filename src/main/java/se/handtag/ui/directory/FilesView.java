package se.handtag.ui.directory;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Decision;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Readings;
import se.handtag.ui.words.Words;

/** People, tags and the catalogue as files: taken out, and taken in after a dry run that lists what is wrong by line. */
@Route(value = "directory/files", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class FilesView extends Page {
    private static final Logger LOG = LoggerFactory.getLogger(FilesView.class);
    private static final int MOST_PROBLEMS = 100;

    private final Looks looks;
    private final PeopleFile people;
    private final TagsFile tags;
    private final CatalogueFile catalogue;
    private final Downloads downloads;
    private final Foresight foresight;
    private final Moves moves;
    private final Batch batch;
    private final SignedIn signedIn;
    private final Words words;
    private final LiveUpdates updates;

    FilesView(
            PeopleFile people,
            TagsFile tags,
            CatalogueFile catalogue,
            Downloads downloads,
            Foresight foresight,
            Moves moves,
            Batch batch,
            SignedIn signedIn,
            Words words,
            LiveUpdates updates,
            Looks looks,
            Readings readings) {
        super("directory.files", readings);
        this.looks = looks;
        this.people = people;
        this.tags = tags;
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.foresight = foresight;
        this.moves = moves;
        this.batch = batch;
        this.signedIn = signedIn;
        this.words = words;
        this.updates = updates;
    }

    @Override
    @Nullable
    Runnable read() {
        return () -> {
            removeAll();
            add(
                    new PageHeader(title()).quiet(getTranslation("directory.files.quiet")),
                    DirectoryTabs.at(FilesView.class),
                    card("people", PeopleFile.COLUMNS, List.of("name"), people::write, people::plan),
                    card("tags", TagsFile.COLUMNS, List.of("on", "which", "tag"), tags::write, tags::plan),
                    card("catalogue", CatalogueFile.COLUMNS, CatalogueFile.NEEDED, catalogue::write, catalogue::plan));
        };
    }

    private Card card(
            String what,
            List<String> columns,
            List<String> needed,
            Downloads.Body body,
            Function<List<Csv.Line>, Plan> plan) {
        var answer = new Div();
        answer.addClassName("stack");
        answer.getElement().setAttribute("aria-live", "polite");
        var upload = Uploads.of(
                Uploads.Kind.TABLE,
                (_, bytes) -> {
                    looks.list("a file of " + what + " tried on what is there");
                    dryRun(bytes, columns, needed, plan, answer);
                },
                why -> refuse(why, answer));
        var link = new Anchor(downloads.of(what, body), "");
        link.add(Glyph.DOWNLOAD.picture(), new Span(getTranslation("directory.files." + what + ".export")));
        link.addClassName("button");
        return new Card(getTranslation("directory.files." + what))
                .quiet(getTranslation("directory.files." + what + ".quiet"))
                .with(
                        FindTable.quiet(getTranslation("directory.files.columns", String.join(", ", columns))),
                        new Div(link),
                        new Paragraph(getTranslation("directory.files.import")),
                        upload,
                        answer);
    }

    private static void refuse(String why, Div answer) {
        answer.removeAll();
        answer.add(Notice.error(why, ""));
    }

    /** Called with the session locked; reading the MDM for thousands of lines must not hold it. */
    private void dryRun(
            byte[] bytes, List<String> columns, List<String> needed, Function<List<Csv.Line>, Plan> plan, Div answer) {
        answer.removeAll();
        answer.add(Skeleton.lines(3));
        var ui = UI.getCurrent();
        var person = signedIn.person();
        Thread.startVirtualThread(() -> {
            Runnable after;
            try {
                List<Csv.Line> lines = Csv.read(Letters.of(bytes), needed);
                Csv.onlyColumns(lines, columns);
                Plan found = plan.apply(lines);
                List<Decision> denied =
                        found.problems().isEmpty() ? foresight.denials(person, found.items()) : List.of();
                Moves.Along along = moves.of(found.items());
                after = () -> explain(found, along, denied, answer);
            } catch (Csv.Unreadable unreadable) {
                after = () -> answer.add(Notice.error(
                        getTranslation(String.valueOf(unreadable.getMessage()), unreadable.about()),
                        getTranslation("directory.files.needed", String.join(", ", needed))));
            } catch (RuntimeException away) {
                // The MDM, the database, or a file that nobody thought of: the screen must not wait for ever.
                LOG.warn("A file could not be tried", away);
                after = () -> answer.add(
                        Notice.warn(getTranslation("directory.away"), getTranslation("directory.away.text")));
            }
            var told = after;
            Later.on(ui, () -> {
                answer.removeAll();
                told.run();
            });
        });
    }

    private void explain(Plan plan, Moves.Along along, List<Decision> denied, Div answer) {
        if (!plan.problems().isEmpty()) {
            var list = new UnorderedList();
            plan.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .forEach(problem -> list.add(new ListItem(getTranslation(
                            "directory.files.line",
                            String.valueOf(problem.line()),
                            getTranslation(problem.key(), problem.about())))));
            int all = plan.problems().size();
            var notice = Notice.error(
                    getTranslation("directory.files.problems", all), getTranslation("directory.files.problems.text"));
            if (all > MOST_PROBLEMS) {
                notice.with(new Paragraph(getTranslation("directory.files.problems.first", MOST_PROBLEMS)));
            }
            answer.add(notice.with(list));
            return;
        }
        answer.add(Notice.info(
                getTranslation("directory.files.would", plan.items().size(), plan.same()),
                getTranslation("directory.files.dry")));
        if (along.people() > 0) {
            answer.add(moves.notice(along));
        }
        if (!denied.isEmpty()) {
            var list = new UnorderedList();
            denied.stream()
                    .collect(Collectors.groupingBy(Changes::explain, Collectors.counting()))
                    .forEach((why, count) -> list.add(new ListItem(count + " × " + why)));
            answer.add(Notice.warn(getTranslation("directory.files.denied", denied.size()), "")
                    .with(list));
        }
        if (!plan.items().isEmpty()) {
            String yes = getTranslation("directory.files.go", plan.items().size());
            answer.add(Buttons.primary(
                    yes,
                    () -> Confirmation.ask(yes)
                            .happens(getTranslation("directory.many.happens"))
                            .reason(getTranslation("directory.reason"), false)
                            .primary(yes, reason -> start(plan, reason, answer))
                            .open()));
        }
    }

    private void start(Plan plan, String reason, Div answer) {
        var named = plan.items().stream().map(this::named).toList();
        answer.removeAll();
        answer.add(new BatchPanel(batch, words, updates, batch.start(signedIn.actor(), named, reason)));
    }

    private Batch.Item named(Batch.Item item) {
        return switch (item) {
            case Batch.Item.Ask ask ->
                new Batch.Item.Ask(
                        ask.label(),
                        words.action(ask.action(), UI.getCurrent().getLocale()),
                        ask.subject(),
                        ask.action());
            case Batch.Item.Decide decide ->
                new Batch.Item.Decide(
                        decide.label(), getTranslation("directory.offer.title"), decide.app(), decide.offer());
        };
    }
}
