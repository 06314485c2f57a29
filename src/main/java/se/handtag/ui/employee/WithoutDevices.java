package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.ShellSettings;

/** What stands where devices would: what is so, and whom to ask. */
@Component
class WithoutDevices {
    private final ShellSettings settings;
    private final Clock clock;

    WithoutDevices(ShellSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private EmptyState say(MyFleet.Known known) {
        return switch (known) {
            case MyFleet.Known.Nobody _ -> empty(Glyph.PERSON, "nobody");
            case MyFleet.Known.Several _ -> empty(Glyph.PEOPLE, "several");
            case MyFleet.Known.NotNow _ -> {
                var again = new Anchor("", I18NProvider.translate("employee.again"));
                again.setRouterIgnore(true);
                again.addClassNames("button", "primary");
                yield new EmptyState(Glyph.CLOCK, text("not-now.title"), text("not-now.text") + " " + ask(), again);
            }
            case MyFleet.Known.Mine _ -> empty(Glyph.DEVICE, "none");
        };
    }

    /** Says it on a page. Whoever turns out to be nobody, after the page already stood, has no places to go to. */
    void tell(Div page, MyFleet.Known known) {
        page.add(say(known));
        var frame = page.findAncestor(MainLayout.class);
        if (known instanceof MyFleet.Known.Nobody && frame != null) {
            frame.refreshNavigation();
        }
    }

    /** Said in place of a device that the MDM is asked for and does not answer. */
    static Notice notNow() {
        return Notice.warn(text("not-now.title"), text("not-now.text"));
    }

    /** Said above what was known, when the MDM does not answer. */
    Optional<Notice> stale(Instant asOf, boolean fresh) {
        return fresh
                ? Optional.empty()
                : Optional.of(
                        Notice.warn(text("stale.title"), I18NProvider.translate("employee.stale.text", at(asOf))));
    }

    /** Whom to ask, as a sentence. */
    String ask() {
        String desk = settings.helpDesk();
        return desk == null || desk.isBlank() ? text("ask") : I18NProvider.translate("employee.ask.at", desk.strip());
    }

    /** What a lost device shows whoever finds it. */
    String lostMessage() {
        String desk = settings.helpDesk();
        return desk == null || desk.isBlank()
                ? text("lost.message.text")
                : I18NProvider.translate("employee.lost.message.call", desk.strip());
    }

    private String at(Instant asOf) {
        return TimeText.clockWords(asOf, clock);
    }

    private EmptyState empty(Glyph glyph, String key) {
        return new EmptyState(glyph, text(key + ".title"), text(key + ".text") + " " + ask());
    }

    private static String text(String key) {
        return I18NProvider.translate("employee." + key);
    }
}
