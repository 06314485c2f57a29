package showcase;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.DeviceCard;
import se.handtag.ui.kit.DevicePicture;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.SerialEnding;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;

/** My devices. */
@Route(value = "", layout = MainLayout.class)
@AnonymousAllowed
class DevicesView extends Page {
    DevicesView(Clock clock) {
        super("devices");
        var seen = TimeText.relativeWords(clock.instant().minus(Duration.ofMinutes(4)), clock);
        var lost = TimeText.clockWords(clock.instant().minus(Duration.ofMinutes(154)), clock);
        add(
                new PageHeader(t("hello"))
                        .quiet(t("registered", 3))
                        .actions(Buttons.with(Glyph.LOST, Buttons.danger(t("i-lost"), () -> {}))),
                Rows.cards(
                        new DeviceCard(DevicePicture.IPHONE, "Annas iPhone")
                                .link(DeviceView.class, RouteParameters.empty())
                                .quiet("iPhone 16 · …K7QX")
                                .chips(Chip.ok(t("contact", seen)))
                                .actions(Buttons.primary(t("install"), () -> {}), lock(), more("Annas iPhone")),
                        new DeviceCard(DevicePicture.ANDROID_TABLET, "Fältplatta 12")
                                .quiet("Galaxy Tab Active5 · …02PM")
                                .chips(Chip.waiting(t("unseen")), Chip.plain("Lager Borås"))
                                .note(t("offline"))
                                .actions(Buttons.primary(t("install"), () -> {}), lock(), more("Fältplatta 12")),
                        new DeviceCard(DevicePicture.MAC, "MacBook Air")
                                .quiet("MacBook Air M3 · …9LD2")
                                .chips(Chip.no(t("reported-lost", lost)))
                                .note(t("lost-note"))
                                .urgent()
                                .actions(Buttons.plain(t("found"), () -> {}), Buttons.plain(t("what-now"), () -> {}))));
    }

    private Button more(String device) {
        return Buttons.sign(Glyph.MORE, t("more-of", device), this::ask);
    }

    private Button lock() {
        return Buttons.plain(
                t("lock"),
                () -> Confirmation.ask(t("lock.question"))
                        .happens(t("lock.happens"))
                        .primary(
                                t("lock") + " " + SerialEnding.with("iPhone 16", "F2LXK7QX"),
                                reason -> Toast.done(t("lock.asked")))
                        .open());
    }

    private void ask() {
        Confirmation.ask(t("wipe.question"))
                .happens(t("wipe.happens"))
                .happens(t("wipe.undo"))
                .reason(t("wipe.reason"), true)
                .danger(
                        t("wipe") + " " + SerialEnding.with("iPhone 16", "F2LXK7QX"),
                        reason -> Toast.problem(t("wipe.failed")))
                .open();
    }
}
