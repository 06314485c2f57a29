package se.handtag.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.handtag.Longest;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded.Hindrance;
import se.handtag.identity.NamesKept.Place;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.requests.NameErasure;
import se.handtag.requests.NameErasure.Outlook;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Erasing what names one person beside the log: find them, read what would go and what stays, propose it. */
@RolesAllowed(Role.IT_NAME)
@Route(value = "erase-names", layout = MainLayout.class)
class ErasureView extends Div implements Titled {
    private static final int SHORTEST = 2;

    /** What is said with how many there are, where it can be counted. */
    private static final Map<Hindrance, String> COUNTED_AS = Map.of(
            Hindrance.OPEN_REQUEST,
            "requests",
            Hindrance.OPEN_COMMAND,
            "commands",
            Hindrance.LOST_REPORT,
            "lost-reports");

    private final transient NameErasure names;
    private final transient SecondPerson second;
    private final transient SignedIn signedIn;
    private final SearchField search;
    private final Div found = new Div();
    private final Div one = new Div();

    ErasureView(NameErasure names, SecondPerson second, SignedIn signedIn) {
        this.names = names;
        this.second = second;
        this.signedIn = signedIn;
        addClassName("stack");
        one.addClassName("stack");
        one.getElement().setAttribute("aria-live", "polite");
        search = new SearchField(t("search"), this::find);
        search.setMaxLength(Longest.NAME.characters());
        add(new PageHeader(title()).quiet(t("quiet")), search, found, one);
    }

    private void find(String text) {
        found.removeAll();
        one.removeAll();
        if (text.length() < SHORTEST) {
            return;
        }
        List<Named> people = names.find(signedIn.actor(), text);
        search.found(people.size());
        found.add(
                people.isEmpty()
                        ? new EmptyState(Glyph.PERSON, t("nobody"), t("nobody.text"))
                        : new Card(t("found"))
                                .with(new ActionList(
                                        people.stream().map(this::row).toArray(ActionRow[]::new))));
    }

    private ActionRow row(Named whom) {
        var look = Buttons.plain(t("look"), () -> show(whom.key()));
        look.setAriaLabel(look.getText() + ": " + whom.name());
        return new ActionRow(Glyph.PERSON, whom.name(), knownAs(whom)).button(look);
    }

    private String knownAs(Named whom) {
        String users = whom.users().stream()
                .sorted()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return Stream.concat(
                        whom.addresses().stream().sorted(),
                        users.isEmpty() ? Stream.empty() : Stream.of(t("users", users)))
                .reduce((a, b) -> a + " · " + b)
                .orElse(t("no-address"));
    }

    private void show(String key) {
        one.removeAll();
        names.look(signedIn.actor(), key)
                .ifPresentOrElse(
                        outlook -> one.add(card(outlook)),
                        () -> one.add(new EmptyState(Glyph.PERSON, t("nobody"), t("nobody.text"))));
    }

    private Card card(Outlook outlook) {
        var whom = outlook.whom();
        var amount = outlook.amount();
        var card = new Card(whom.name()).quiet(knownAs(whom));
        card.with(
                new Paragraph(t(
                        "goes", amount.records(), amount.names(), amount.texts(), amount.addresses(), amount.labels())),
                elsewhere(outlook),
                stays());
        if (!outlook.isPossible()) {
            return card.with(Notice.warn(t("not-now"), t("not-now.text")).with(hindrances(outlook)));
        }
        if (second.waiting(signedIn.person(), NameErasure.KIND, whom.key()).isPresent()) {
            var waits = new Anchor("second-person", t("waits.link"));
            return card.with(Notice.info(t("waits"), t("waits.text")).with(new Paragraph(waits)));
        }
        return card.actions(Buttons.danger(t("propose", whom.name()), () -> ask(whom)));
    }

    private Component elsewhere(Outlook outlook) {
        var kinds = new UnorderedList();
        outlook.elsewhere().stream()
                .filter(place -> place.ended() > 0)
                .forEach(place -> kinds.add(new ListItem(t("place", t("kind." + place.kind()), place.ended()))));
        return kinds.getChildren().findAny().isEmpty()
                ? new Paragraph(t("elsewhere.none"))
                : new Div(new Paragraph(t("elsewhere")), kinds);
    }

    private UnorderedList hindrances(Outlook outlook) {
        Set<String> counted = outlook.atWork().stream().map(Place::kind).collect(Collectors.toSet());
        return new UnorderedList(Stream.concat(
                        outlook.against().stream()
                                .filter(reason -> !counted.contains(COUNTED_AS.get(reason)))
                                .sorted()
                                .map(reason -> t("against." + reason.name())),
                        outlook.atWork().stream().map(place -> t("work." + place.kind(), place.atWork())))
                .map(ListItem::new)
                .toArray(ListItem[]::new));
    }

    private UnorderedList stays() {
        return new UnorderedList(
                new ListItem(t("stays.log")), new ListItem(t("stays.others")), new ListItem(t("stays.elsewhere")));
    }

    private void ask(Named whom) {
        Confirmation.ask(t("question", whom.name()))
                .happens(t("happens"))
                .danger(t("yes", whom.name()), _ -> {
                    switch (names.propose(signedIn.actor(), whom.key())) {
                        case WAITS -> Toast.done(t("waits.text"));
                        case NOT_NOW -> Toast.problem(t("not-now"));
                        case GONE -> Toast.problem(t("nobody"));
                    }
                    show(whom.key());
                })
                .open();
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.erasing." + key, arguments);
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("administration.erasing.title"));
    }
}
