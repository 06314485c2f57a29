package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Readings;

/** The people one leads, to ask for an app on their behalf. */
@Route(value = "team", layout = MainLayout.class)
@PermitAll
class TeamView extends Div implements Titled {
    private final transient TeamDesk desk;
    private final Div answer = new Div();
    private final Div members = new Div();

    TeamView(TeamDesk desk, Readings readings) {
        this.desk = desk;
        addClassName("stack");
        answer.addClassName("stack");
        members.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("manager.team.quiet")), answer);
        readings.of(this).open(() -> Skeleton.cards(2), "manager.reading.team", this::read);
    }

    private Runnable read() {
        List<Card> all;
        try {
            all = desk.members().stream().map(this::card).toList();
        } catch (MdmException away) {
            return () -> add(
                    Notice.warn(getTranslation("manager.team.not-now"), getTranslation("manager.team.not-now.text")));
        }
        return () -> {
            add(members, other());
            if (all.isEmpty()) {
                members.add(new EmptyState(
                        Glyph.PEOPLE, getTranslation("manager.team.none"), getTranslation("manager.team.none.text")));
            }
            all.forEach(members::add);
        };
    }

    /** Somebody who has never signed in is not in the list. */
    private Card other() {
        var address = new EmailField(getTranslation("manager.stand-in.address"));
        address.setWidthFull();
        return new Card(getTranslation("manager.team.other"))
                .with(Rows.form(address))
                .actions(Buttons.plain(getTranslation("manager.team.find"), () -> {
                    answer.removeAll();
                    desk.member(address.getValue())
                            .ifPresentOrElse(
                                    member -> answer.add(card(member)),
                                    () -> answer.add(Notice.warn(
                                            getTranslation("manager.team.nobody"),
                                            getTranslation("manager.team.nobody.text"))));
                }));
    }

    private Card card(MdmUser member) {
        List<FleetDevice> devices = desk.devicesOf(member);
        var card = new Card(member.name());
        if (devices.isEmpty()) {
            return card.quiet(getTranslation("manager.team.no-device"));
        }
        return card.with(new ActionList(
                devices.stream().map(device -> row(member, device)).toArray(ActionRow[]::new)));
    }

    private ActionRow row(MdmUser member, FleetDevice device) {
        return new ActionRow(Glyph.DEVICE, device.title(), device.label())
                .button(Buttons.plain(
                        getTranslation("manager.team.ask", "…" + device.ending()),
                        () -> new TeamAsking(desk, member, device, this::say).open()));
    }

    private void say(Notice words) {
        answer.removeAll();
        answer.add(words);
        answer.getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({block: 'nearest'}))");
    }

    @Override
    public String title() {
        return getTranslation("manager.team.title");
    }
}
