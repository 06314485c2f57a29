package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.SignedIn;
import se.handtag.identity.Stays;
import se.handtag.identity.Stays.SignedOut;
import se.handtag.identity.Stays.Stay;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Where the person is signed in, and signing out in those places. */
@Route(value = "sessions", layout = MainLayout.class)
@PermitAll
class SessionsView extends Div implements Titled {
    private final transient Stays stays;
    private final transient FreshSignIns fresh;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    SessionsView(Stays stays, FreshSignIns fresh, SignedIn signedIn, Clock clock) {
        this.stays = stays;
        this.fresh = fresh;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("stack");
        show();
    }

    private void show() {
        removeAll();
        var all = stays.mine();
        boolean others = all.stream().anyMatch(stay -> !stay.here());
        boolean proved = fresh.of(signedIn.person()) != null;
        add(new PageHeader(title()).quiet(getTranslation("employee.sessions.quiet")));
        if (others) {
            add(proved ? proved() : notProved());
        }
        add(list(all, proved));
    }

    private Notice notProved() {
        var confirm = new Anchor("sign-in/fresh?to=/sessions", getTranslation("employee.sessions.prove"));
        confirm.setRouterIgnore(true);
        confirm.addClassName("button");
        return Notice.info(getTranslation("employee.sessions.first"), getTranslation("employee.sessions.first.text"))
                .with(Rows.actions(confirm));
    }

    private Notice proved() {
        return Notice.done(getTranslation("employee.sessions.proved"), getTranslation("employee.sessions.proved.text"));
    }

    private Card list(List<Stay> all, boolean proved) {
        List<ActionRow> rows = new ArrayList<>();
        for (Stay stay : all) {
            var row = new ActionRow(Glyph.DEVICE, browser(stay), where(stay));
            if (stay.here()) {
                row.button(Chip.ok(getTranslation("employee.sessions.here")));
            } else if (proved) {
                row.button(Buttons.plain(
                        getTranslation("employee.sessions.out", browser(stay), began(stay)), () -> ask(stay)));
            }
            rows.add(row);
        }
        var card =
                new Card(getTranslation("employee.sessions.list")).with(new ActionList(rows.toArray(ActionRow[]::new)));
        boolean several = all.stream().filter(stay -> !stay.here()).count() > 1;
        return several && proved
                ? card.actions(Buttons.danger(getTranslation("employee.sessions.others"), () -> ask(null)))
                : card;
    }

    private String browser(Stay stay) {
        String browser = stay.browser();
        return browser == null ? getTranslation("employee.sessions.unknown") : browser;
    }

    private String where(Stay stay) {
        String address = stay.address();
        return getTranslation(
                stay.lost() ? "employee.sessions.line.lost" : "employee.sessions.line",
                began(stay),
                TimeText.relativeWords(stay.used(), clock),
                address == null ? getTranslation("employee.sessions.nowhere") : address);
    }

    private String began(Stay stay) {
        return TimeText.clockWords(stay.began(), clock);
    }

    /** @param stay null for all but this one */
    private void ask(@Nullable Stay stay) {
        String question = stay == null
                ? getTranslation("employee.sessions.others.question")
                : getTranslation("employee.sessions.question", browser(stay));
        String yes = getTranslation(stay == null ? "employee.sessions.others" : "employee.sessions.yes");
        Confirmation.ask(question)
                .happens(getTranslation("employee.sessions.happens"))
                .danger(yes, _ -> {
                    var actor = signedIn.actor();
                    tell(stay == null ? stays.signOutElsewhere(actor) : stays.signOut(actor, stay.id()));
                    show();
                })
                .open();
    }

    private void tell(SignedOut out) {
        switch (out) {
            case YES -> Toast.done(getTranslation("employee.sessions.done"));
            case GONE -> Toast.done(getTranslation("employee.sessions.gone"));
            case SIGN_IN_FIRST -> Toast.problem(getTranslation("employee.sessions.first.text"));
        }
    }

    @Override
    public String title() {
        return getTranslation("employee.sessions.title");
    }
}
