package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLinks;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** The signed links that IT puts on the intranet: making one, copying its address, revoking it. */
@Route(value = "links", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class LinksView extends Div implements Titled {
    private final transient IntranetLinks links;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div list = new Div();

    LinksView(IntranetLinks links, LinkForm form, SignedIn signedIn, Clock clock) {
        this.links = links;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("lost.links.quiet")));
        if (links.possible()) {
            add(form.card(this::refresh));
        } else {
            add(Notice.warn(getTranslation("lost.links.no-key"), getTranslation("lost.links.no-key.text")));
        }
        add(list);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        var all = links.all();
        all.forEach(link -> list.add(card(link)));
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.INFO, getTranslation("lost.links.empty"), getTranslation("lost.links.empty.text")));
        }
    }

    private Card card(IntranetLink link) {
        boolean over = !clock.instant().isBefore(link.expiresAt());
        var chip = link.revokedAt() != null
                ? Chip.no(getTranslation("lost.links.revoked"))
                : over ? Chip.plain(getTranslation("lost.links.over")) : Chip.info(getTranslation("lost.links.works"));
        var card = new Card(link.name())
                .quiet(getTranslation(
                        "lost.links.made", link.createdBy(), TimeText.clockWords(link.createdAt(), clock)))
                .beside(chip)
                .with(new Paragraph(getTranslation("lost.links.purpose." + link.purpose())
                        + " "
                        + (link.audience().isEmpty()
                                ? getTranslation("lost.links.for-all")
                                : getTranslation("lost.links.for", String.join(", ", link.audience())))
                        + " "
                        + getTranslation("lost.links.until", TimeText.clockWords(link.expiresAt(), clock))));
        if (link.revokedAt() != null || over || !links.possible()) {
            return card;
        }
        var address = new TextField(getTranslation("lost.links.address"));
        address.setValue(portal() + links.path(link));
        address.setReadOnly(true);
        address.setWidthFull();
        Button copy = new Button(getTranslation("lost.links.copy"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard?.writeText($0))", address.getValue());
        copy.addClickListener(_ -> Toast.done(getTranslation("lost.links.copied")));
        return card.with(address).actions(copy, Buttons.plain(getTranslation("lost.links.revoke"), () -> ask(link)));
    }

    private void ask(IntranetLink link) {
        Confirmation.ask(getTranslation("lost.links.revoke.question", link.name()))
                .happens(getTranslation("lost.links.revoke.happens"))
                .danger(getTranslation("lost.links.revoke.yes", link.name()), _ -> {
                    links.revoke(signedIn.actor(), link.id());
                    refresh();
                })
                .open();
    }

    private static String portal() {
        var request = VaadinServletRequest.getCurrent();
        return request == null
                ? ""
                : ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                        .build()
                        .toUriString();
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("lost.links.title"));
    }
}
