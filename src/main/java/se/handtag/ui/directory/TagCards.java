package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLink;
import se.handtag.devices.TagLinks;
import se.handtag.devices.UserFile;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;

/** The tags of a person or a device, to be put on and taken off. */
@org.springframework.stereotype.Component
class TagCards {
    private final TagLinks links;
    private final Pickers pickers;

    TagCards(TagLinks links, Pickers pickers) {
        this.links = links;
        this.pickers = pickers;
    }

    Card ofPerson(UserFile person, List<TagLink.OnUser> on, Changes changes) {
        var subject = new Subject.OfUser(person.brief());
        return card(
                on,
                link -> !(link instanceof TagLink.OnUser one)
                        || links.find(one.id()).isPresent(),
                tag -> take(person.name(), tag, subject, new Action.TakeUserTag(tag.id(), tag.name()), changes),
                () -> put(
                        person.name(),
                        "put-user-tag",
                        subject,
                        tag -> new Action.PutUserTag(tag.id(), tag.name()),
                        changes));
    }

    Card ofDevice(FleetDevice device, List<TagLink.OnDevice> on, Changes changes) {
        var subject = new Subject.OfDevice(device);
        return card(
                on,
                link -> !(link instanceof TagLink.OnDevice one)
                        || links.find(one.id()).isPresent(),
                tag -> take(device.label(), tag, subject, new Action.TakeTag(tag.id(), tag.name()), changes),
                () -> put(device.label(), "put-tag", subject, tag -> new Action.PutTag(tag.id(), tag.name()), changes));
    }

    private Card card(List<? extends TagLink> on, Predicate<TagLink> there, Consumer<MdmTag> take, Runnable put) {
        var card = new Card(t("directory.tags"));
        if (on.isEmpty()) {
            card.with(new Paragraph(t("directory.tags.none")));
        } else {
            var all = links.tags();
            var list = new UnorderedList();
            list.addClassName("plain-list");
            for (TagLink link : on) {
                all.stream()
                        .filter(tag -> tag.id().equals(link.tag()))
                        .findFirst()
                        .ifPresent(tag -> list.add(new ListItem(row(tag, () -> there.test(link), take))));
            }
            card.with(list);
        }
        return card.actions(Buttons.plain(t("directory.tag.put"), put));
    }

    private Component row(MdmTag tag, BooleanSupplier there, Consumer<MdmTag> take) {
        var button = Buttons.quiet(t("directory.tag.take"), () -> {
            try {
                if (there.getAsBoolean()) {
                    take.accept(tag);
                } else {
                    Toast.problem(I18NProvider.translate("directory.tag.gone", tag.name()));
                }
            } catch (MdmException away) {
                Toast.problem(t("directory.away"));
            }
        });
        button.setAriaLabel(I18NProvider.translate("directory.tag.take.name", tag.name()));
        return Rows.spread(FindTable.link("directory/tag/" + tag.id(), tag.name()), button);
    }

    private void take(String whom, MdmTag tag, Subject subject, Action action, Changes changes) {
        changes.offer(
                Changes.Offer.of(
                        I18NProvider.translate("directory.tag.take.title", tag.name(), whom),
                        I18NProvider.translate("directory.tag.take.yes", tag.name()),
                        true,
                        t("words.happens." + action.kind().key())),
                subject,
                () -> action);
    }

    private void put(String whom, String kind, Subject subject, Function<MdmTag, Action> action, Changes changes) {
        var field = pickers.tag(t("directory.field.tag"), null);
        field.setRequiredIndicatorVisible(true);
        changes.offer(
                Changes.Offer.of(
                                I18NProvider.translate("directory.tag.put.title", whom),
                                t("directory.tag.put"),
                                false,
                                t("words.happens." + kind))
                        .with(field, () -> Pickers.chosen(field)),
                subject,
                () -> action.apply(field.getValue()));
    }

    private static String t(String key) {
        return I18NProvider.translate(key);
    }
}
