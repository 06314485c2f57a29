package se.handtag.ui.manager;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import se.handtag.devices.FleetDevice;
import se.handtag.policy.Action;
import se.handtag.policy.Effect;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;
import se.handtag.requests.Request;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Connection;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Quote;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.LostMarks;
import se.handtag.ui.words.Words;

/** Draws a waiting request with all that is needed to decide it. */
final class RequestCards {
    private final Desk desk;
    private final Locale locale;
    private final Consumer<Request> approve;
    private final Consumer<Request> reject;

    RequestCards(Desk desk, Locale locale, Consumer<Request> approve, Consumer<Request> reject) {
        this.desk = desk;
        this.locale = locale;
        this.approve = approve;
        this.reject = reject;
    }

    Card of(Request request) {
        var card = new Card(asks(request, desk.words(), locale))
                .quiet(TimeText.within(
                        request.askedAt(),
                        desk.clock(),
                        ago -> t("manager.asked", TimeText.clockWords(request.askedAt(), desk.clock()), ago)))
                .beside(Chip.waiting(t("manager.waits")));
        if (desk.isLost(request)) {
            card.beside(LostMarks.chip());
        }
        if (request.reason() != null) {
            card.with(new Quote(request.reason()));
        }
        card.with(facts(request))
                .actions(
                        Connection.needed(
                                Buttons.primary(t("manager.approve", ending(request)), () -> approve.accept(request))),
                        reject(request));
        card.setId(anchor(request));
        return card;
    }

    /** For how many days it is asked for, 0 for good. */
    int days(Request request) {
        return desk.days(request);
    }

    private Button reject(Request request) {
        var button = Connection.needed(Buttons.plain(t("manager.reject"), () -> reject.accept(request)));
        button.setAriaLabel(t("manager.reject.label", asks(request, desk.words(), locale)));
        return button;
    }

    private FactsList facts(Request request) {
        var facts = new FactsList().fact(thing(request), device(request));
        if (request.ownerName() != null && !request.ownerName().equals(request.byName())) {
            facts.fact(t("manager.fact.owner"), request.ownerName());
        }
        if (request.action() instanceof Action.Message message) {
            facts.fact(t("manager.fact.message"), message.text());
        }
        int days = days(request);
        if (days > 0) {
            facts.fact(t("manager.fact.days"), t("manager.days", days));
        }
        return facts.fact(t("manager.fact.before"), before(request))
                .fact(t("manager.fact.why"), why(request))
                .fact(t("manager.fact.then"), then(request));
    }

    private Div then(Request request) {
        var lines = new Div(new Paragraph(desk.words().happens(request.action().kind(), request.subject(), locale)));
        desk.changes(request, locale).forEach(change -> lines.add(new Paragraph(change)));
        lines.addClassName("lines");
        return lines;
    }

    private String thing(Request request) {
        return request.device() == null
                ? desk.words().subject(request.subject().kind(), locale)
                : t("manager.fact.device");
    }

    private String device(Request request) {
        var device = request.device();
        if (device == null) {
            return request.subject().label();
        }
        var contact = device.lastContact();
        var known = t("manager.device", named(device), ending(request));
        return known + ", "
                + (contact == null
                        ? t("manager.device.no-contact")
                        : t("manager.device.contact", TimeText.clockWords(contact, desk.clock())));
    }

    private String before(Request request) {
        var earlier = desk.before(request);
        if (earlier.isEmpty()) {
            return t("manager.before.none");
        }
        var last = earlier.getFirst();
        return t(
                "manager.before.some",
                earlier.size(),
                TimeText.clockWords(last.askedAt(), desk.clock()),
                t("manager.before." + last.state().name()));
    }

    private Div why(Request request) {
        var because = new Div(new Paragraph(stage(request)));
        String inPlaceOf = desk.inPlaceOf(request);
        if (inPlaceOf != null) {
            because.add(new Paragraph(t("manager.why.in-place-of", inPlaceOf)));
        }
        if (has(request, Request.Happening.What.PASSED_ON)) {
            because.add(new Paragraph(t("manager.why.passed-on")));
        }
        if (has(request, Request.Happening.What.MOVED_ON)) {
            because.add(new Paragraph(t("manager.why.moved-on")));
        }
        for (Reason reason : asking(request)) {
            var rule = new Paragraph(t("kit.quote", reason.explanation().in(locale)) + " ");
            rule.addClassName("quiet");
            var name = new Span("(" + reason.rule() + ")");
            rule.add(name);
            because.add(rule);
        }
        because.addClassName("lines");
        return because;
    }

    private static boolean has(Request request, Request.Happening.What what) {
        return request.happenings().stream().anyMatch(happening -> happening.what() == what);
    }

    /** Only the rules that asked for somebody's yes: the others are no matter of whoever gives it. */
    private static List<Reason> asking(Request request) {
        return request.because().stream()
                .filter(reason -> reason.effect() == null || reason.effect() == Effect.NEEDS_APPROVAL)
                .toList();
    }

    private String stage(Request request) {
        return switch (request.stages().get(request.stage())) {
            case Stage.Manager() when request.approverAddresses().isEmpty() -> t("manager.why.nobody");
            case Stage.Manager() -> t("manager.why.manager", request.byName());
            case Stage.Named(var _) -> t("manager.why.named");
            case Stage.Receiver(var _) -> t("manager.why.receiver", request.byName());
            case Stage.AnyOf(var group, int count)
            when count > 1 -> t("manager.why.several", count, Stage.IT_GROUP.equals(group) ? t("manager.it") : group);
            case Stage.AnyOf(var group, int _) when !Stage.IT_GROUP.equals(group) -> t("manager.why.group", group);
            case Stage.AnyOf _ -> t("manager.why.it");
        };
    }

    /** Who asks for what, as a sentence. */
    static String asks(Request request, Words words, Locale locale) {
        Optional<String> setting = switch (request.action()) {
            case Action.PutTag put -> words.offered(put.tag(), locale);
            case Action.PutUserTag put -> words.offered(put.tag(), locale);
            default -> Optional.empty();
        };
        String key = setting.isPresent() ? "setting" : request.action().kind().key();
        return I18NProvider.translate(
                locale,
                "manager.asks." + key,
                request.byName(),
                setting.orElseGet(() -> app(request.action())),
                request.subject().label());
    }

    private static String t(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    private static String app(Action action) {
        return switch (action) {
            case Action.InstallApp install -> install.name();
            case Action.RemoveApp remove -> remove.name();
            case Action.PutTag tag -> tag.name();
            case Action.TakeTag tag -> tag.name();
            case Action.PutUserTag tag -> tag.name();
            case Action.TakeUserTag tag -> tag.name();
            case Action.HandOver to -> to.name();
            default -> "";
        };
    }

    /** Name and model, once when they are the same. */
    private static String named(FleetDevice device) {
        var model = device.model();
        return model == null || model.isBlank() || model.equals(device.title())
                ? device.title()
                : device.title() + ", " + model;
    }

    static String ending(Request request) {
        var device = request.device();
        return device == null ? request.subject().label() : "…" + device.ending();
    }

    /** The id of a request's card in the page, for coming to it by a link. */
    static String anchor(Request request) {
        return "request-" + request.id();
    }

    /** The requester's first name, to speak of them a second time. */
    static String firstName(Request request) {
        return request.byName().strip().split("\\s+")[0];
    }
}
