package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.devices.Directory;
import se.handtag.devices.UserFile;
import se.handtag.devices.UserSearch;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;
import se.handtag.recovery.IntranetLink.Purpose;
import se.handtag.recovery.IntranetLinks;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.DateField;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.words.LooksAtOthers;

/** A new link: what for, for whom, until when, and whom or what it preselects. */
@org.springframework.stereotype.Component
class LinkForm {
    private static final Duration FOR = Duration.ofDays(90);

    private final IntranetLinks links;
    private final Directory directory;
    private final SignedIn signedIn;
    private final LooksAtOthers looks;
    private final Clock clock;

    LinkForm(IntranetLinks links, Directory directory, SignedIn signedIn, LooksAtOthers looks, Clock clock) {
        this.links = links;
        this.directory = directory;
        this.signedIn = signedIn;
        this.looks = looks;
        this.clock = clock;
    }

    Card card(Runnable made) {
        var fields = new Fields();
        fields.until.setValue(LocalDate.ofInstant(clock.instant().plus(FOR), ZoneId.systemDefault()));
        return new Card(say("lost.links.new"))
                .with(fields)
                .actions(Buttons.primary(say("lost.links.make"), () -> make(fields, made)));
    }

    private void make(Fields fields, Runnable made) {
        try {
            LocalDate until = fields.until.getValue();
            UserId user = user(fields.preselects.getValue());
            DeviceId device = device(fields.preselects.getValue());
            Purpose purpose = fields.purpose.getValue();
            if (until == null || fields.name.isEmpty() || wrong(fields.preselects.getValue(), purpose, user, device)) {
                Toast.problem(say("lost.links.wrong"));
                return;
            }
            links.create(
                    signedIn.actor(),
                    purpose,
                    fields.name.getValue(),
                    Arrays.asList(fields.audience.getValue().split("[,;\\s]+")),
                    user,
                    device,
                    until.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant());
            fields.name.clear();
            fields.preselects.clear();
            Toast.done(say("lost.links.made.done"));
            made.run();
        } catch (IllegalArgumentException unreadable) {
            Toast.problem(say("lost.links.wrong"));
        } catch (MdmException away) {
            Toast.problem(say("lost.links.away"));
        }
    }

    private static boolean wrong(String given, Purpose purpose, @Nullable UserId user, @Nullable DeviceId device) {
        return !given.isBlank() && (purpose == Purpose.COLLEAGUE ? user == null : device == null);
    }

    private @Nullable UserId user(String given) {
        if (!given.contains("@")) {
            return null;
        }
        looks.recordSearch(given.strip());
        List<UserFile> found = directory.users(new UserSearch(given.strip(), null, null, null, null));
        return found.size() == 1 ? found.getFirst().id() : null;
    }

    private static @Nullable DeviceId device(String given) {
        return given.isBlank() || given.contains("@") ? null : DeviceId.of(given.strip());
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }

    private static final class Fields extends Div {
        private final TextField name = new TextField(say("lost.links.name"));
        private final RadioButtonGroup<Purpose> purpose = new RadioButtonGroup<>();
        private final TextField audience = new TextField(say("lost.links.audience"));
        private final DateField until = new DateField(say("lost.links.until-day"));
        private final TextField preselects = new TextField(say("lost.links.preselects"));

        Fields() {
            addClassName("form");
            name.setMaxLength(Longest.LABEL.characters());
            name.setHelperText(say("lost.links.name.help"));
            purpose.setLabel(say("lost.links.purpose"));
            purpose.setItems(Purpose.values());
            purpose.setItemLabelGenerator(each -> say("lost.links.purpose." + each));
            purpose.setValue(Purpose.LOST);
            audience.setHelperText(say("lost.links.audience.help"));
            preselects.setHelperText(say("lost.links.preselects.help"));
            for (TextField field : List.of(name, audience, preselects)) {
                field.setWidthFull();
            }
            add(name, purpose, audience, until, preselects);
        }
    }
}
