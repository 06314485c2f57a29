package showcase;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DateField;
import se.handtag.ui.kit.DevicePicture;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Ladder.Step;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;

/** Every part by itself. */
@Route(value = "kit", layout = MainLayout.class)
@AnonymousAllowed
class KitView extends Page {
    private final Clock clock;

    KitView(Clock clock) {
        super("kit");
        this.clock = clock;
        add(
                new PageHeader("Kit").quiet(t("kit.quiet")),
                pictures(),
                notices(),
                buttons(),
                fields(),
                ladders(),
                times());
    }

    private Card pictures() {
        var devices = Stream.of(DevicePicture.values()).map(DevicePicture::picture);
        var signs = Stream.of(Glyph.values()).map(glyph -> {
            var sign = glyph.picture();
            sign.getStyle().set("font-size", "20px");
            return sign;
        });
        return new Card(t("kit.pictures"))
                .with(Rows.line(devices.toArray(Component[]::new)), Rows.line(signs.toArray(Component[]::new)))
                .with(Rows.line(
                        Chip.ok("Ok"),
                        Chip.waiting(t("inbox.waiting")),
                        Chip.no(t("wipe.failed")),
                        Chip.info(t("step.accepted")),
                        Chip.plain("Lager Borås")));
    }

    private Div notices() {
        return Rows.stack(
                Notice.info(t("notice.info"), t("notice.info.do")),
                Notice.done(t("notice.done"), ""),
                Notice.warn(t("notice.warn"), t("notice.warn.do")),
                Notice.error(t("notice.error"), t("notice.error.do")));
    }

    private Card buttons() {
        var disabled = Buttons.primary(t("kit.disabled"), () -> {});
        disabled.setEnabled(false);
        return new Card(t("kit.buttons"))
                .actions(
                        Buttons.primary(t("install"), () -> Toast.done(t("lock.asked"))),
                        Buttons.plain(t("lock"), () -> {}),
                        Buttons.danger(t("wipe"), () -> Toast.problem(t("wipe.failed"))),
                        Buttons.quiet(t("inbox.ask"), () -> {}),
                        Buttons.with(Glyph.DOWNLOAD, Buttons.plain(t("receipt"), () -> {})),
                        Buttons.sign(Glyph.REFRESH, t("report"), () -> {}),
                        disabled);
    }

    private Card fields() {
        var wrong = new TextField(t("facts.serial"), "F2LX", "");
        wrong.setManualValidation(true);
        wrong.setErrorMessage(t("kit.wrong"));
        wrong.setInvalid(true);
        var text = new TextArea(t("message"));
        text.setHelperText(t("message.text"));
        var choice = new ComboBox<String>(t("facts.model"), List.of("iPhone 16", "Galaxy XCover7"));
        choice.setValue("iPhone 16");
        return new Card(t("kit.fields"))
                .with(Rows.form(wrong, text, choice, new DateField(t("kit.date")), new Checkbox(t("kit.check"))));
    }

    private Card ladders() {
        var ladder = new Ladder(
                t("passcode"),
                List.of(
                        Step.done(t("step.asked"), null, TimeText.clock(clock.instant(), clock)),
                        Step.failed(t("kit.rejected"), t("kit.rejected.note"), TimeText.clock(clock.instant(), clock)),
                        Step.later(t("step.effect"), null)));
        var change = Buttons.plain(
                t("kit.next"),
                () -> ladder.show(List.of(
                        Step.done(t("step.asked"), null, TimeText.clock(clock.instant(), clock)),
                        Step.now(t("step.waiting"), t("step.waiting.note"), new Span(t("step.now"))))));
        return new Card(t("kit.ladder")).with(ladder).actions(change);
    }

    private Div times() {
        var now = clock.instant();
        var line = Rows.line(
                TimeText.both(now.minusSeconds(20), clock),
                TimeText.both(now.minus(Duration.ofHours(26)), clock),
                TimeText.both(now.minus(Duration.ofDays(400)), clock));
        return Rows.stack(Rows.cards(new Card(t("kit.loading")).with(Skeleton.lines(4)), Skeleton.cards(1)), line);
    }
}
