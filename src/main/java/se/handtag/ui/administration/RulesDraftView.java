package se.handtag.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Publishing;
import se.handtag.policy.Replays;
import se.handtag.policy.RuleCheck;
import se.handtag.policy.RuleDraft;
import se.handtag.policy.Rulebook;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LooksAtOthers;

/** A draft of the rules: write, see it checked, try it on what was asked before, publish. */
@Route(value = "rules/draft/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class RulesDraftView extends Div implements BeforeEnterObserver, Titled {
    private final transient Rulebook book;
    private final transient Replays replays;
    private final transient LooksAtOthers looks;
    private final transient RulesWords words;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    private transient @Nullable Open open;

    /** What is on the screen for one draft. */
    private record Open(RuleDraft draft, RulesEditor rules, RulesEditor tests, RulesCheckCard check, Button publish) {
        boolean changed() {
            return !rules.text().equals(draft.rules()) || !tests.text().equals(draft.tests());
        }
    }

    RulesDraftView(
            Rulebook book, Replays replays, LooksAtOthers looks, RulesWords words, SignedIn signedIn, Clock clock) {
        this.looks = looks;
        this.book = book;
        this.replays = replays;
        this.words = words;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("stack");
    }

    static RouteParameters parameters(int draft) {
        return new RouteParameters("id", String.valueOf(draft));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<RuleDraft> draft = event.getRouteParameters()
                .get("id")
                .filter(id -> id.matches("[0-9]{1,9}"))
                .flatMap(id -> book.draft(signedIn.person(), Integer.parseInt(id)));
        if (draft.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(draft.get());
    }

    private void show(RuleDraft draft) {
        removeAll();
        var person = signedIn.person();
        var rules = new RulesEditor(t("text"), draft.rules(), this::check);
        var tests = new RulesEditor(t("tests"), draft.tests(), this::check);
        var check = new RulesCheckCard(words, rules::go, tests::go);
        boolean second = draft.state() == RuleDraft.State.WAITING && !book.isAskedBy(person, draft);
        Button publish = Buttons.primary(t(second ? "agree" : "publish"), this::ask);
        open = new Open(draft, rules, tests, check, publish);
        add(new PageHeader(title())
                .back(getTranslation("administration.rules.title"), RulesView.class)
                .quiet(t("quiet", draft.basedOn())));
        waiting(draft, person).ifPresent(this::add);
        if (draft.basedOn() != book.inForce(person).number()) {
            add(Notice.warn(t("outdated"), t("outdated.text")));
        }
        add(
                Rows.actions(
                        publish, Buttons.plain(t("save"), this::save), Buttons.quiet(t("discard"), this::askToDiscard)),
                Rows.two(new Card(t("text")).quiet(t("text.quiet")).with(rules), check),
                new RulesReplayCard(replays, looks, words, clock, person, rules::text),
                new Card(t("tests")).quiet(t("tests.quiet")).with(tests));
        check();
    }

    private Optional<Notice> waiting(RuleDraft draft, Person person) {
        if (draft.state() != RuleDraft.State.WAITING) {
            return Optional.empty();
        }
        String comment = draft.comment() == null ? "" : draft.comment();
        return Optional.of(
                book.isAskedBy(person, draft)
                        ? Notice.info(t("waits"), t("waits.text", comment))
                        : Notice.warn(t("waits-for-you", RulesWords.by(draft.askedByName())), comment));
    }

    private void check() {
        if (open != null) {
            RuleCheck check = book.check(
                    signedIn.person(), open.rules().text(), open.tests().text());
            open.rules().mark(check.rules());
            open.tests().mark(check.tests());
            open.check().show(check);
            open.publish().setEnabled(check.good());
        }
    }

    /** @return whether what is on the screen is what is kept */
    private boolean save() {
        if (open == null) {
            return false;
        }
        RuleDraft draft = open.draft();
        Optional<RuleDraft> saved = book.save(
                signedIn.person(),
                draft.id(),
                draft.hash(),
                open.rules().text(),
                open.tests().text());
        if (saved.isEmpty()) {
            Toast.problem(t("changed-meanwhile"));
            return false;
        }
        show(saved.get());
        Toast.done(t("saved"));
        return true;
    }

    private void ask() {
        if (open == null || (open.changed() && !save())) {
            return;
        }
        RuleDraft draft = open.draft();
        Confirmation.ask(t("publish.question"))
                .happens(t("publish.happens"))
                .reason(t("publish.comment"), draft.comment() == null)
                .primary(t("publish.yes"), comment -> publish(draft, comment))
                .open();
    }

    private void publish(RuleDraft draft, String comment) {
        switch (book.publish(signedIn.actor(), draft.id(), draft.hash(), comment)) {
            case Publishing.Published(var version) -> {
                Toast.done(t("published", version.number()));
                UI.getCurrent().navigate(RulesView.class);
            }
            case Publishing.WaitsForSecond(var waiting) -> {
                show(waiting);
                Toast.done(t("waits"));
            }
            case Publishing.SamePerson() -> Toast.problem(t("same-person"));
            case Publishing.NotGood unfit -> check();
            case Publishing.ChangedMeanwhile() -> Toast.problem(t("changed-meanwhile"));
        }
    }

    private void askToDiscard() {
        if (open != null) {
            int id = open.draft().id();
            Confirmation.ask(t("discard.question"))
                    .happens(t("discard.happens"))
                    .danger(t("discard.yes"), _ -> {
                        book.discard(signedIn.actor(), id);
                        UI.getCurrent().navigate(RulesView.class);
                    })
                    .open();
        }
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.rules.draft." + key, arguments);
    }

    @Override
    public String title() {
        return getTranslation("administration.rules.draft.title");
    }
}
