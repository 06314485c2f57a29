package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Directory;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.GroupId;
import se.handtag.requests.GroupApprovers;
import se.handtag.requests.NameErasure;
import se.handtag.requests.Proposal;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Readings;

/** What opens something, and waits until a second person of IT agrees. */
@Route(value = "second-person", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class SecondPersonView extends Page {
    private final SecondPerson second;
    private final GroupApprovers approvers;
    private final NameErasure erasure;
    private final Directory directory;
    private final SignedIn signedIn;
    private final Clock clock;
    private List<Proposal> shown = List.of();

    SecondPersonView(
            SecondPerson second,
            GroupApprovers approvers,
            NameErasure erasure,
            Directory directory,
            SignedIn signedIn,
            Clock clock,
            LiveUpdates updates,
            Readings readings) {
        super("directory.second", readings);
        this.second = second;
        this.approvers = approvers;
        this.erasure = erasure;
        this.directory = directory;
        this.signedIn = signedIn;
        this.clock = clock;
        updates.watch(this, this::refresh);
    }

    private void refresh() {
        if (!second.waiting(signedIn.person()).equals(shown)) {
            again();
        }
    }

    @Override
    @Nullable
    Runnable read() {
        var waiting = second.waiting(signedIn.person());
        List<Component> cards = new ArrayList<>();
        waiting.forEach(proposal -> cards.add(card(proposal)));
        return () -> {
            shown = waiting;
            removeAll();
            add(new PageHeader(title()).quiet(getTranslation("directory.second.quiet")));
            if (cards.isEmpty()) {
                add(new EmptyState(
                        Glyph.CHECK,
                        getTranslation("directory.second.none"),
                        getTranslation("directory.second.none.text")));
            }
            add(cards);
        };
    }

    private Card card(Proposal proposal) {
        var facts = new FactsList()
                .fact(getTranslation("directory.second.by"), proposal.byName())
                .fact(getTranslation("directory.second.at"), TimeText.both(proposal.at(), clock));
        var names = new TreeSet<>(proposal.before().keySet());
        names.addAll(proposal.after().keySet());
        for (String name : names) {
            String before = proposal.before().get(name);
            String after = proposal.after().get(name);
            if (after != null && !after.equals(before)) {
                facts.fact(getTranslation("directory.second.value." + name), change(name, before, after));
            }
        }
        if (proposal.kind().equals(NameErasure.KIND)) {
            erasure.outlook(signedIn.person(), proposal.key())
                    .ifPresent(outlook -> facts.fact(
                                    getTranslation("directory.second.names.goes"),
                                    String.valueOf(outlook.amount().records()))
                            .fact(getTranslation("directory.second.names.elsewhere"), String.valueOf(outlook.rows())));
        }
        return new Card(getTranslation("directory.second.kind." + proposal.kind(), proposal.label()))
                .with(facts)
                .actions(buttons(proposal));
    }

    private Button[] buttons(Proposal proposal) {
        boolean own = proposal.by().equals(signedIn.person().id());
        var drop = Buttons.quiet(getTranslation(own ? "directory.second.back" : "directory.second.no"), () -> {
            second.drop(signedIn.actor(), proposal.id());
            again();
        });
        return own
                ? new Button[] {drop}
                : new Button[] {
                    Buttons.primary(getTranslation("directory.second.yes", proposal.label()), () -> agree(proposal)),
                    drop
                };
    }

    /** A name can be anybody's; it is the address that approves. */
    private static String withAddress(String name, String address) {
        return name.equals(address) ? address : name + " <" + address + ">";
    }

    private void agree(Proposal proposal) {
        switch (second.agree(signedIn.actor(), proposal.id())) {
            case DONE -> Toast.done(getTranslation("directory.second.DONE"));
            case SAME_PERSON -> Toast.problem(getTranslation("directory.second.SAME_PERSON"));
            case NOT_NOW -> Toast.problem(getTranslation("directory.second.NOT_NOW"));
            case GONE -> Toast.problem(getTranslation("directory.second.GONE"));
        }
        again();
    }

    private String change(String name, @Nullable String before, String after) {
        return before == null
                ? words(name, after)
                : getTranslation("directory.second.change", words(name, before), words(name, after));
    }

    private String words(String name, String value) {
        return switch (name) {
            case "names" -> getTranslation("directory.second.names." + value);
            case "offered", "licence" -> getTranslation("directory.second.is." + value);
            case "approval" -> getTranslation("directory.offer.who." + value);
            case "target" -> getTranslation("administration.configurations.target." + value);
            case "picture" -> getTranslation("administration.configurations.picture." + value);
            case "group" ->
                value.isEmpty()
                        ? getTranslation("directory.second.everybody")
                        : directory.groups().lineOf(new GroupId(Integer.parseInt(value)));
            case "platforms" ->
                value.isEmpty()
                        ? getTranslation("directory.second.all")
                        : Arrays.stream(value.split(" "))
                                .map(platform -> getTranslation("employee.platform." + platform))
                                .collect(Collectors.joining(", "));
            case "days" -> value.isEmpty() ? getTranslation("directory.second.good") : value;
            case "approvers" ->
                value.isEmpty()
                        ? getTranslation("directory.second.nobody")
                        : approvers.names(List.of(value.split(", "))).entrySet().stream()
                                .map(each -> withAddress(each.getValue(), each.getKey()))
                                .collect(Collectors.joining(", "));
            default -> value.isEmpty() ? getTranslation("directory.second.nothing") : value;
        };
    }
}
