package showcase;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DevicePicture;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Ladder.Step;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;

/** One device: what one can do, and a request on its way. */
@Route(value = "device", layout = MainLayout.class)
@AnonymousAllowed
class DeviceView extends Page {
    private final Clock clock;

    DeviceView(Clock clock) {
        super("device");
        this.clock = clock;
        add(
                new PageHeader("Annas iPhone")
                        .back(t("devices"), DevicesView.class)
                        .below(
                                new Span("iPhone 16 · …K7QX"),
                                Chip.ok(t("contact", TimeText.relativeWords(ago(4), clock))))
                        .picture(DevicePicture.IPHONE.picture()),
                Rows.two(actions(), Rows.stack(passcode(), facts())));
    }

    private Card actions() {
        return new Card(t("can-do"))
                .with(new ActionList(
                        new ActionRow(Glyph.REFRESH, t("report"), t("report.text"))
                                .button(Buttons.plain(t("report.button"), () -> {})),
                        new ActionRow(Glyph.LOCK, t("lock-screen"), t("lock-screen.text"))
                                .button(Buttons.plain(t("lock") + " …K7QX", () -> {})),
                        new ActionRow(Glyph.MESSAGE, t("message"), t("message.text"))
                                .button(Buttons.plain(t("message.button"), () -> {})),
                        new ActionRow(Glyph.PASSCODE, t("passcode"), t("passcode.text"))
                                .button(Buttons.plain(t("passcode.button"), () -> {})),
                        new ActionRow(Glyph.WIPE, t("wipe"), t("wipe.text"))
                                .notPossible(t("wipe.not"), List.of(t("wipe.rule"), t("wipe.fact")))));
    }

    private Card passcode() {
        var ladder = new Ladder(
                t("passcode"),
                List.of(
                        Step.done(t("step.asked"), "”Jag glömde den efter semestern”", TimeText.clock(ago(5), clock)),
                        Step.done(t("step.approved"), t("step.approved.note"), TimeText.clock(ago(2), clock)),
                        Step.done(t("step.accepted"), t("step.accepted.note"), TimeText.clock(ago(2), clock)),
                        Step.now(t("step.waiting"), t("step.waiting.note"), new Span(t("step.now"))),
                        Step.later(t("step.effect"), t("step.effect.note"))));
        return new Card(t("passcode"))
                .beside(Chip.info(t("step.accepted")))
                .with(ladder)
                .actions(Buttons.with(Glyph.DOWNLOAD, Buttons.plain(t("receipt"), () -> {})));
    }

    private Card facts() {
        return new Card(t("facts"))
                .with(new FactsList()
                        .fact(t("facts.model"), "iPhone 16")
                        .fact(t("facts.serial"), "F2LXK7QX")
                        .fact(t("facts.system"), "iOS 26.1")
                        .fact(t("facts.contact"), TimeText.both(ago(4), clock))
                        .fact(t("facts.inventory"), (String) null));
    }

    private Instant ago(long minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }
}
