package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.requests.Delegation;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/** Who decides in one's place while one is away, and in whose place one decides. */
@Route(value = "approvals/stand-ins", layout = MainLayout.class)
@PermitAll
class StandInsView extends Div implements Titled {
    private final transient StandIns standIns;
    private final Div lists = new Div();
    private transient @Nullable List<List<Delegation>> shown;

    StandInsView(StandIns standIns, LiveUpdates updates) {
        this.standIns = standIns;
        addClassName("stack");
        lists.addClassName("stack");
        add(
                new PageHeader(title())
                        .back(getTranslation("manager.title"), InboxView.class)
                        .quiet(getTranslation("manager.stand-in.quiet")),
                new StandInForm(standIns, this::show),
                lists);
        if (standIns.ofIt()) {
            add(new DepartedCard(standIns));
        }
        updates.watch(this, this::show);
        show();
    }

    /** What is still right stays as it is, so that a change elsewhere takes no button away from under a finger. */
    private void show() {
        List<Delegation> mine = standIns.mine();
        List<Delegation> toMe = standIns.toMe();
        List<Delegation> ofOthers = standIns.ofOthers();
        List<List<Delegation>> now = List.of(mine, toMe, ofOthers);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        lists.removeAll();
        lists.add(card("manager.stand-in.mine", "manager.stand-in.mine.none", mine, this::mine));
        if (!toMe.isEmpty()) {
            lists.add(card("manager.stand-in.for", "manager.stand-in.mine.none", toMe, this::toMe));
        }
        if (standIns.ofIt()) {
            lists.add(card("manager.stand-in.others", "manager.stand-in.others.none", ofOthers, this::ofOther));
        }
    }

    private Card card(String title, String none, List<Delegation> delegations, Function<Delegation, ActionRow> row) {
        var card = new Card(getTranslation(title));
        if (delegations.isEmpty()) {
            var nobody = new Paragraph(getTranslation(none));
            nobody.addClassName("quiet");
            return card.with(nobody);
        }
        return card.with(new ActionList(delegations.stream().map(row).toArray(ActionRow[]::new)));
    }

    private ActionRow mine(Delegation delegation) {
        String name = delegation.toName();
        return row(name, delegation)
                .button(Buttons.plain(getTranslation("manager.stand-in.end", name), () -> end(delegation)));
    }

    private ActionRow toMe(Delegation delegation) {
        return row(delegation.fromName(), delegation);
    }

    private ActionRow ofOther(Delegation delegation) {
        String names = getTranslation("manager.stand-in.names", delegation.toName(), delegation.fromName());
        return row(names, delegation)
                .button(Buttons.plain(
                        getTranslation("manager.stand-in.end", delegation.toName()), () -> endForThem(delegation)));
    }

    private ActionRow row(String title, Delegation delegation) {
        return new ActionRow(
                Glyph.INBOX,
                title,
                getTranslation(
                        "manager.stand-in.line",
                        TimeText.clockWords(delegation.startsAt(), standIns.clock()),
                        TimeText.clockWords(delegation.endsAt(), standIns.clock()),
                        what(delegation)));
    }

    private String what(Delegation delegation) {
        return delegation.actions().isEmpty()
                ? getTranslation("manager.stand-in.all")
                : delegation.actions().stream()
                        .map(kind -> standIns.words().action(kind, getLocale()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private void end(Delegation delegation) {
        Confirmation.ask(getTranslation("manager.stand-in.end.question", delegation.toName()))
                .happens(getTranslation("manager.stand-in.end.happens"))
                .primary(getTranslation("manager.stand-in.end", delegation.toName()), _ -> {
                    if (standIns.end(delegation.id())) {
                        Toast.done(getTranslation("manager.stand-in.ended", delegation.toName()));
                    }
                    show();
                })
                .open();
    }

    private void endForThem(Delegation delegation) {
        String to = delegation.toName();
        String from = delegation.fromName();
        Confirmation.ask(getTranslation("manager.stand-in.others.question", to, from))
                .happens(getTranslation("manager.stand-in.others.happens", from))
                .primary(getTranslation("manager.stand-in.end", to), _ -> {
                    if (standIns.endForThem(delegation.id())) {
                        Toast.done(getTranslation("manager.stand-in.others.ended", to, from));
                    }
                    show();
                })
                .open();
    }

    @Override
    public String title() {
        return getTranslation("manager.stand-in.title");
    }
}
