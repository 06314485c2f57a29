package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.grants.Grants;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;

/** The configurations that fit a person and their devices, what they have of them, and until when. */
@Component
class ConfigurationCards {
    private final Configurations configurations;
    private final MdmUsers users;
    private final Grants grants;
    private final Lending lending;
    private final Clock clock;

    ConfigurationCards(Configurations configurations, MdmUsers users, Grants grants, Lending lending, Clock clock) {
        this.configurations = configurations;
        this.users = users;
        this.grants = grants;
        this.lending = lending;
        this.clock = clock;
    }

    /** Where it would be put: a device or the person. @param has whether it is there for good or for a time */
    private record Place(Subject subject, UserId self, Action action, String label, boolean has) {}

    /** Empty when none is offered for what they have. */
    Optional<Card> card(MyFleet.Known.Mine mine, MyFleet fleet) {
        if (!(users.match(fleet.person()) instanceof Match.One one)) {
            return Optional.empty();
        }
        List<ActionRow> rows = new ArrayList<>();
        for (Configuration each : configurations.offered()) {
            List<Place> places = places(each, mine, one.user().value());
            if (!places.isEmpty()) {
                rows.add(row(each, places));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(I18NProvider.translate("employee.configurations.title"))
                        .quiet(I18NProvider.translate("employee.configurations.quiet"))
                        .with(new ActionList(rows.toArray(ActionRow[]::new))));
    }

    private static List<Place> places(Configuration one, MyFleet.Known.Mine mine, MdmUser self) {
        if (one.target() == Configuration.Target.PERSON) {
            return List.of(new Place(
                    new Subject.OfUser(self),
                    self.id(),
                    new Action.PutUserTag(one.tag(), one.tagName()),
                    I18NProvider.translate("employee.configurations.you"),
                    self.tags().contains(one.tagName())));
        }
        return mine.devices().stream()
                .map(reached -> reached.device())
                .filter(device -> one.fits(device.platform()))
                .map(device -> new Place(
                        new Subject.OfDevice(device),
                        self.id(),
                        new Action.PutTag(one.tag(), one.tagName()),
                        device.title(),
                        device.tags().contains(one.tagName())))
                .toList();
    }

    private ActionRow row(Configuration one, List<Place> places) {
        Locale locale = UI.getCurrent().getLocale();
        List<String> words = new ArrayList<>();
        words.add(one.describe(locale).strip().replaceFirst("\\.?$", "."));
        List<Place> open = new ArrayList<>();
        Decision refusal = null;
        String first = "";
        for (Place place : places) {
            var running = grants.running(place.subject(), place.action());
            running.map(grant -> grant.endsAt())
                    .ifPresentOrElse(
                            ends -> words.add(I18NProvider.translate(
                                    "employee.configurations.until", place.label(), TimeText.clockWords(ends, clock))),
                            () -> {
                                if (place.has()) {
                                    words.add(I18NProvider.translate("employee.configurations.has", place.label()));
                                }
                            });
            if (place.has() && running.isEmpty()) {
                continue;
            }
            Decision decision = lending.decision(place.subject(), place.self(), place.action());
            if (decision.denied()) {
                refusal = decision;
            } else {
                open.add(place);
                first = lending.first(decision);
            }
        }
        if (!first.isEmpty()) {
            words.add(first);
        }
        return finished(one, open, refusal, String.join(" ", words), locale);
    }

    private ActionRow finished(
            Configuration one, List<Place> open, @Nullable Decision refusal, String words, Locale locale) {
        var row = new ActionRow(glyph(one.picture()), one.name(locale), words);
        if (!open.isEmpty()) {
            boolean prolongs = open.stream()
                    .allMatch(place ->
                            grants.running(place.subject(), place.action()).isPresent());
            Button button = Buttons.plain(
                    I18NProvider.translate(
                            prolongs ? "employee.configurations.prolong" : "employee.configurations.ask"),
                    () -> pick(one, open));
            button.setAriaLabel(button.getText() + ": " + one.name(locale));
            return row.button(button);
        }
        return refusal == null
                ? row
                : row.notPossible(String.join(" ", Deciders.explanations(refusal.reasons(), locale)), List.of());
    }

    private void pick(Configuration one, List<Place> places) {
        if (places.size() == 1) {
            ask(one, places.getFirst());
            return;
        }
        var dialog = new Dialog();
        dialog.setHeaderTitle(I18NProvider.translate(
                "employee.apps.where", one.name(UI.getCurrent().getLocale())));
        dialog.add(Rows.stack(places.stream()
                .map(place ->
                        Buttons.huge(place.label() + ", " + place.subject().label(), false, () -> {
                            dialog.close();
                            ask(one, place);
                        }))
                .toArray(Button[]::new)));
        dialog.getHeader().add(Buttons.sign(Glyph.CLOSE, I18NProvider.translate("kit.close"), dialog::close));
        dialog.open();
    }

    private void ask(Configuration one, Place place) {
        var locale = UI.getCurrent().getLocale();
        lending.ask(new Lending.Wanted(
                place.subject(),
                place.self(),
                place.action(),
                one.name(locale),
                one.target() == Configuration.Target.PERSON
                        ? I18NProvider.translate("employee.configurations.happens.you")
                        : I18NProvider.translate("employee.configurations.happens", place.label()),
                one.longestDays()));
    }

    private static Glyph glyph(Configuration.Picture picture) {
        return switch (picture) {
            case WIFI -> Glyph.WIFI;
            case ABROAD -> Glyph.LANGUAGE;
            case PRINTER -> Glyph.PRINTER;
            case VEHICLE -> Glyph.VEHICLE;
            case OTHER -> Glyph.TAG;
        };
    }
}
