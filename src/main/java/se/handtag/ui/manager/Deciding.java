package se.handtag.ui.manager;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Decided;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Connection;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;

/** Asks once more before a decision counts, and tells what came of it. */
final class Deciding {
    private final Desk desk;
    private final Locale locale;
    private final Consumer<Component> told;
    private @Nullable RequestId undoable;

    /**
     * @param told shows what came of a decision, after it was made
     */
    Deciding(Desk desk, Locale locale, Consumer<Component> told) {
        this.desk = desk;
        this.locale = locale;
        this.told = told;
    }

    void approve(Request request) {
        var kind = request.action().kind();
        if (kind != ActionKind.WIPE && kind != ActionKind.CLEAR_PASSCODE) {
            told.accept(tell(request, desk.approve(request.id(), "")));
            return;
        }
        var question = Confirmation.ask(t("manager.approve.question", RequestCards.asks(request, desk.words(), locale)))
                .happens(desk.words().happens(request.action().kind(), request.subject(), locale))
                .reason(t("manager.approve.comment", RequestCards.firstName(request)), false)
                .needsConnection();
        var yes = t("manager.approve", request.subject().label());
        Consumer<String> action = comment -> told.accept(tell(request, desk.approve(request.id(), comment)));
        (request.action().kind() == ActionKind.WIPE ? question.danger(yes, action) : question.primary(yes, action))
                .open();
    }

    void reject(Request request) {
        Confirmation.ask(t("manager.reject.question", RequestCards.asks(request, desk.words(), locale)))
                .happens(t("manager.reject.happens"))
                .reason(t("manager.reject.comment", RequestCards.firstName(request)), true)
                .needsConnection()
                .primary(
                        t("manager.reject.yes", request.subject().label()),
                        comment -> told.accept(tell(request, desk.reject(request.id(), comment))))
                .open();
    }

    private Notice tell(Request request, Decided decided) {
        var name = RequestCards.firstName(request);
        return switch (decided) {
            case Decided.Done(var now, var undoUntil) when undoUntil != null -> undoable(now, undoUntil);
            case Decided.Done(var now, var _) ->
                switch (now.state()) {
                    case WAITING -> Notice.done(t("manager.done.stage"), t("manager.done.stage.text", name));
                    case REJECTED -> Notice.done(t("manager.done.rejected"), t("manager.done.rejected.text", name));
                    case APPROVED, WITHDRAWN, EXPIRED ->
                        Notice.done(t("manager.done.approved"), t("manager.done.approved.text", name));
                };
            case Decided.AlreadyDecided before ->
                Notice.info(
                        t(
                                "manager.before-you",
                                before.byName(),
                                TimeText.relativeWords(before.at(), desk.clock()),
                                desk.words().requestState(before.state(), locale)),
                        t("manager.before-you.text"));
            case Decided.SignInFirst _ ->
                Notice.warn(t("manager.sign-in"), t("manager.sign-in.text"))
                        .with(Buttons.primary(t("manager.sign-in.press"), () -> signIn(request)));
            case Decided.NotYours _ -> Notice.warn(t("manager.not-yours"), t("manager.not-yours.text"));
        };
    }

    /** One press for all of them; each is decided by itself. */
    void approveAll(List<Request> same) {
        List<RequestId> counted = new ArrayList<>();
        Instant undoUntil = null;
        for (Request request : same) {
            if (desk.approve(request.id(), "") instanceof Decided.Done(var _, var until)) {
                counted.add(request.id());
                undoUntil = until;
            }
        }
        if (undoUntil == null) {
            told.accept(
                    Notice.done(t("manager.alike.done", counted.size(), same.size()), t("manager.alike.done.text")));
            return;
        }
        undoable = counted.getLast();
        Button undo = Connection.needed(Buttons.plain(t("manager.undo"), () -> {
            undoable = null;
            boolean all = counted.stream().map(desk::undo).reduce(true, Boolean::logicalAnd);
            told.accept(
                    all
                            ? Notice.info(t("manager.undone"), t("manager.undone.text"))
                            : Notice.warn(t("manager.undo.late"), t("manager.undo.late.text")));
        }));
        undo.setDisableOnClick(true);
        told.accept(Notice.done(
                        t("manager.alike.done", counted.size(), same.size()),
                        t("manager.undo.text", seconds(undoUntil)))
                .with(undo));
    }

    private static void signIn(Request request) {
        String back = URLEncoder.encode("/approvals?request=" + request.id(), StandardCharsets.UTF_8);
        UI.getCurrent().getPage().setLocation("/sign-in/fresh?to=" + back);
    }

    private long seconds(Instant until) {
        return Math.max(1, Duration.between(desk.clock().instant(), until).toSeconds());
    }

    /** It counts in a moment; until then one press takes it back. */
    private Notice undoable(Request request, Instant until) {
        undoable = request.id();
        boolean yes = request.pending().stream().filter(desk::decidedByMe).allMatch(Request.StageDecision::approved);
        Button undo = Connection.needed(Buttons.plain(t("manager.undo"), () -> told.accept(undo(request))));
        undo.setDisableOnClick(true);
        return Notice.done(
                        t(yes ? "manager.undo.approved" : "manager.undo.rejected"),
                        t("manager.undo.text", seconds(until)))
                .with(undo);
    }

    private Notice undo(Request request) {
        undoable = null;
        return desk.undo(request.id())
                ? Notice.info(t("manager.undone"), t("manager.undone.text"))
                : Notice.warn(t("manager.undo.late"), t("manager.undo.late.text"));
    }

    /** What this person has just decided and can still undo; null when there is nothing of the kind. */
    @Nullable
    RequestId undoable() {
        return undoable;
    }

    /** Whether what could be undone has taken effect. */
    boolean isOver(Request request) {
        return request.pending().stream().noneMatch(desk::decidedByMe);
    }

    /** What a decision of this person's came to, now that it can no longer be undone. */
    Notice counts(Request request) {
        undoable = null;
        return tell(request, new Decided.Done(request, null));
    }

    /** What became of a request that no longer waits for this person. */
    Notice gone(Request request) {
        var decisions = request.decisions();
        if (request.state() == Request.State.WITHDRAWN) {
            return Notice.info(
                    t("manager.withdrawn", request.byName()), RequestCards.asks(request, desk.words(), locale) + ".");
        }
        if (decisions.isEmpty()) {
            return Notice.info(t("manager.not-yours"), t("manager.not-yours.text"));
        }
        var last = decisions.getLast();
        return Notice.info(
                t(
                        "manager.before-you",
                        last.byName(),
                        TimeText.relativeWords(last.at(), desk.clock()),
                        t(last.approved() ? "manager.said-yes" : "manager.said-no")),
                RequestCards.asks(request, desk.words(), locale) + ".");
    }

    private static String t(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
