package se.handtag.ui.directory;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LostMarks;
import se.handtag.ui.words.Readings;
import se.handtag.ui.words.Words;

/** One command or tag for many devices or people: counted and explained first, then asked for one by one. */
@Route(value = "many", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class ManyView extends Page {
    private static final Logger LOG = LoggerFactory.getLogger(ManyView.class);
    private static final int MOST_NAMED = 20;

    private final Pickers pickers;
    private final Selection selection;
    private final Batch batch;
    private final Foresight foresight;
    private final SignedIn signedIn;
    private final Words words;
    private final LiveUpdates updates;
    private final Looks looks;
    private final LostMarks marks;
    private final Div preview = new Div();
    private final Div begun = new Div();

    ManyView(
            Pickers pickers,
            Selection selection,
            Batch batch,
            Foresight foresight,
            SignedIn signedIn,
            Words words,
            LiveUpdates updates,
            Looks looks,
            LostMarks marks,
            Readings readings) {
        super("directory.many", readings);
        this.pickers = pickers;
        this.selection = selection;
        this.batch = batch;
        this.foresight = foresight;
        this.signedIn = signedIn;
        this.words = words;
        this.updates = updates;
        this.looks = looks;
        this.marks = marks;
        preview.addClassName("stack");
        preview.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    @Nullable
    Runnable read() {
        var form = new ManyForm(pickers, selection);
        return () -> {
            removeAll();
            add(
                    new PageHeader(title()).quiet(getTranslation("directory.many.quiet")),
                    new Card(getTranslation("directory.many.form"))
                            .with(form)
                            .actions(Buttons.primary(getTranslation("directory.many.count"), () -> count(form))),
                    preview);
            begun.removeAll();
            BatchRun.last(VaadinSession.getCurrent())
                    .ifPresent(run -> begun.add(new BatchPanel(batch, words, updates, run)));
            add(begun);
        };
    }

    private void count(ManyForm form) {
        preview.removeAll();
        if (!form.filled()) {
            return;
        }
        Action action = form.action();
        Supplier<Selection.Chosen> choose = form.choice();
        looks.search(form.words());
        preview.add(Skeleton.lines(4));
        var ui = UI.getCurrent();
        var person = signedIn.person();
        // A whole group may take a while to read and to decide about.
        Thread.startVirtualThread(() -> {
            Runnable after;
            try {
                var chosen = choose.get();
                Map<Subject, Decision> decisions = foresight.decide(person, chosen.subjects(), action);
                Set<String> lately = batch.askedLately(chosen.subjects(), action);
                after = () -> explain(action, chosen, decisions, lately);
            } catch (RuntimeException away) {
                // The MDM, the database or the rules: the screen must not wait for ever.
                LOG.warn("Many could not be counted", away);
                after = () -> preview.add(
                        Notice.warn(getTranslation("directory.away"), getTranslation("directory.away.text")));
            }
            var told = after;
            Later.on(ui, () -> {
                preview.removeAll();
                told.run();
            });
        });
    }

    private void explain(Action action, Selection.Chosen chosen, Map<Subject, Decision> decisions, Set<String> lately) {
        if (!chosen.missing().isEmpty()) {
            preview.add(Notice.warn(
                    getTranslation("directory.many.missing", chosen.missing().size()),
                    chosen.missing().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))));
        }
        if (decisions.isEmpty()) {
            preview.add(Notice.info(getTranslation("directory.many.nothing"), ""));
            return;
        }
        marks.among(decisions.keySet()).ifPresent(preview::add);
        String what = words.action(action, UI.getCurrent().getLocale());
        var card = new Card(getTranslation("directory.many.preview", what))
                .with(counts(decisions))
                .with(new Paragraph(
                        getTranslation("words.happens." + action.kind().key())));
        decisions.values().stream()
                .filter(decision -> decision.denied() || decision.needsApproval())
                .collect(Collectors.groupingBy(Changes::explain, Collectors.counting()))
                .forEach((why, count) -> card.with(FindTable.quiet(count + " × " + why)));
        card.with(FindTable.quiet(decisions.keySet().stream()
                .limit(MOST_NAMED)
                .map(Subject::label)
                .collect(Collectors.joining(", ", "", decisions.size() > MOST_NAMED ? " …" : ""))));
        boolean reason = decisions.values().stream().anyMatch(Decision::needsReason);
        if (BatchRun.last(VaadinSession.getCurrent())
                .filter(run -> !run.isOver())
                .isPresent()) {
            // What the last one has not come to yet would be asked for twice.
            card.with(Notice.info(
                    getTranslation("directory.many.under-way"), getTranslation("directory.many.under-way.text")));
        } else {
            offer(card, askable(decisions), lately, asked -> confirm(action, what, asked, reason));
        }
        preview.add(card);
    }

    private FactsList counts(Map<Subject, Decision> decisions) {
        long denied = decisions.values().stream().filter(Decision::denied).count();
        long alone = decisions.values().stream().filter(ManyView::oneByOne).count();
        long waits = decisions.values().stream()
                .filter(decision -> decision.needsApproval() && !oneByOne(decision))
                .count();
        var facts = new FactsList()
                .fact(getTranslation("directory.many.all"), String.valueOf(decisions.size()))
                .fact(
                        getTranslation("directory.many.at-once"),
                        String.valueOf(decisions.size() - denied - alone - waits))
                .fact(getTranslation("directory.many.waits"), String.valueOf(waits))
                .fact(getTranslation("directory.many.denied"), String.valueOf(denied));
        return alone == 0 ? facts : facts.fact(getTranslation("directory.many.sign-in"), String.valueOf(alone));
    }

    /** One fresh sign-in stands for one action, so that nothing of the kind is done to many by one press. */
    private static boolean oneByOne(Decision decision) {
        return !decision.denied() && decision.needsFreshSignIn();
    }

    private static List<Subject> askable(Map<Subject, Decision> decisions) {
        return decisions.entrySet().stream()
                .filter(entry -> !entry.getValue().denied() && !oneByOne(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param lately keys of those of which the same was asked for already: whoever begins again does nothing twice */
    private void offer(Card card, List<Subject> askable, Set<String> lately, Consumer<List<Subject>> ask) {
        List<Subject> others = askable.stream()
                .filter(subject -> !lately.contains(subject.key()))
                .toList();
        if (others.size() == askable.size()) {
            button(card, askable, ask);
            return;
        }
        var again = new Checkbox(getTranslation("directory.many.again", askable.size() - others.size()));
        card.with(again);
        var actions = new Div();
        again.addValueChangeListener(event -> {
            actions.removeAll();
            button(actions, event.getValue() ? askable : others, ask);
        });
        button(actions, others, ask);
        card.with(actions);
    }

    private void button(HasComponents place, List<Subject> subjects, Consumer<List<Subject>> ask) {
        if (!subjects.isEmpty()) {
            place.add(
                    Buttons.primary(getTranslation("directory.many.go", subjects.size()), () -> ask.accept(subjects)));
        }
    }

    private void confirm(Action action, String what, List<Subject> subjects, boolean reasonNeeded) {
        var question = Confirmation.ask(getTranslation("directory.many.question", what, subjects.size()))
                .happens(getTranslation("directory.many.happens"))
                .reason(getTranslation("directory.reason"), reasonNeeded);
        String yes = getTranslation("directory.many.go", subjects.size());
        if (action instanceof Action.ClearPasscode) {
            question.danger(yes, reason -> start(action, what, subjects, reason));
        } else {
            question.primary(yes, reason -> start(action, what, subjects, reason));
        }
        question.open();
    }

    private void start(Action action, String what, List<Subject> subjects, String reason) {
        var items = subjects.stream()
                .map(subject -> new Batch.Item.Ask(subject.label(), what, subject, action))
                .toList();
        var run = batch.start(signedIn.actor(), items, reason);
        run.keep(VaadinSession.getCurrent());
        preview.removeAll();
        begun.removeAll();
        begun.add(new BatchPanel(batch, words, updates, run));
    }
}
