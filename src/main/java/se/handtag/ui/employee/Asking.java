package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import se.handtag.Longest;
import se.handtag.grants.Grants;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Manner;
import se.handtag.policy.Outlook;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.words.Words;

/** From a button to a request: asks once more, sends, and leads to the request's page. Decides nothing itself. */
@Component
class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Requests requests;
    private final Grants grants;
    private final Policy policy;
    private final SignedIn signedIn;
    private final Deciders deciders;
    private final Words words;

    Asking(Requests requests, Grants grants, Policy policy, SignedIn signedIn, Deciders deciders, Words words) {
        this.requests = requests;
        this.grants = grants;
        this.policy = policy;
        this.signedIn = signedIn;
        this.deciders = deciders;
        this.words = words;
    }

    /** What the rules say to it now. */
    Decision decision(Reached reached, Action action) {
        return Objects.requireNonNull(decisions(reached, List.of(action)).get(action));
    }

    /** What the rules say to each of these, asked in one go. */
    Map<Action, Decision> decisions(Reached reached, List<? extends Action> actions) {
        return policy
                .rule(
                        Asker.of(signedIn.person(), reached.self()),
                        new Subject.OfDevice(reached.device()),
                        List.copyOf(actions),
                        Manner.PLAIN)
                .stream()
                .collect(Collectors.toMap(ruling -> ruling.question().wanted(), Ruling::decision, (one, _) -> one));
    }

    /** What can be expected of each of these, asked in one go. */
    Map<Action, Outlook> outlooks(Reached reached, List<? extends Action> actions) {
        return policy
                .outlook(
                        Asker.of(signedIn.person(), reached.self()),
                        new Subject.OfDevice(reached.device()),
                        List.copyOf(actions))
                .stream()
                .collect(Collectors.toMap(Outlook::action, outlook -> outlook, (one, _) -> one));
    }

    /** Who has to say yes, empty when nobody has. */
    Optional<String> first(Reached reached, Decision decision) {
        return decision.needsApproval()
                ? Optional.of(deciders.first(signedIn.person(), reached.own(), decision))
                : Optional.empty();
    }

    /** Asks once more for anything that needs no further words than a reason. */
    void once(Reached reached, Action action) {
        var question = question(reached, action, null);
        question.open(reason -> send(reached, action, reason, question));
    }

    /** Asks for the text to show, and once more. */
    void message(Reached reached) {
        var text = new TextArea(I18NProvider.translate("employee.message.text"));
        text.setMaxLength(Longest.MESSAGE.characters());
        text.setHelperText(I18NProvider.translate("employee.message.limit", Longest.MESSAGE.characters()));
        var question = question(reached, new Action.Message(""), text);
        question.open(reason -> send(reached, new Action.Message(text.getValue().strip()), reason, question));
    }

    private Question question(Reached reached, Action action, @Nullable TextArea text) {
        var locale = UI.getCurrent().getLocale();
        Decision decision = decision(reached, action);
        var device = reached.device();
        String first = first(reached, decision).orElse("");
        String yes = I18NProvider.translate(
                first.isEmpty() ? "employee.yes" : "employee.yes.ask",
                words.verb(action.kind(), locale),
                device.label());
        boolean danger = action.kind() == ActionKind.WIPE || action.kind() == ActionKind.CLEAR_PASSCODE;
        String title = I18NProvider.translate("employee.question", words.action(action, locale), device.title());
        return new Question(
                title,
                first,
                words.happens(action.kind(), device.platform(), locale),
                text,
                action.kind() == ActionKind.INSTALL_APP ? Lending.lengths(null) : null,
                decision.needsReason(),
                yes,
                danger);
    }

    /** @return whether it was taken; otherwise the question stays with what was typed and says what is wrong */
    private boolean send(Reached reached, Action action, String reason, Question question) {
        try {
            var actor = signedIn.actor();
            var subject = new Subject.OfDevice(reached.device());
            int days = question.days();
            Asked asked = days == 0
                    ? requests.ask(actor, subject, action, reason)
                    : grants.ask(actor, subject, action, reason, days);
            return answer(asked, reached, action, question);
        } catch (MdmException | NestedRuntimeException away) {
            return failed(away, question);
        }
    }

    private static boolean failed(RuntimeException away, Question question) {
        LOG.warn("Nothing was asked for: {}", away.toString());
        return question.problem(
                I18NProvider.translate("employee.asked.failed"), I18NProvider.translate("employee.asked.failed.text"));
    }

    private boolean answer(Asked asked, Reached reached, Action action, Question question) {
        return switch (asked) {
            case Asked.OnItsWay sent -> follow(sent.request(), "employee.asked.sent");
            case Asked.Waiting waiting -> follow(waiting.request(), "employee.asked.waiting");
            case Asked.AskedAlready already -> follow(already.request(), "employee.asked.already");
            case Asked.Denied denied ->
                question.problem(
                        I18NProvider.translate("employee.asked.denied"),
                        String.join(
                                " ",
                                Deciders.explanations(
                                        denied.decision().reasons(),
                                        UI.getCurrent().getLocale())));
            case Asked.ReasonMissing _ -> question.reasonMissing();
            case Asked.SignInFirst _ -> question.problem(signInFirst(reached, action, question));
            case Asked.TooMany _ ->
                question.problem(
                        I18NProvider.translate("employee.asked.too-many"),
                        I18NProvider.translate("employee.asked.too-many.text"));
            case Asked.NoSuchDevice _ ->
                question.problem(
                        I18NProvider.translate("employee.asked.gone"),
                        I18NProvider.translate("employee.asked.gone.text"));
        };
    }

    /** Sign in once more and press again; or, when what that takes was on the phone, let a second person say yes. */
    private Notice signInFirst(Reached reached, Action action, Question question) {
        var device = reached.device().id();
        return Notice.warn(
                        I18NProvider.translate("employee.asked.sign-in"),
                        I18NProvider.translate("employee.asked.sign-in.text"))
                .with(
                        Buttons.primary(
                                I18NProvider.translate("employee.asked.sign-in.press"),
                                () -> UI.getCurrent()
                                        .getPage()
                                        .setLocation("/sign-in/fresh?to="
                                                + URLEncoder.encode("/device/" + device, StandardCharsets.UTF_8))),
                        Buttons.quiet(I18NProvider.translate("employee.asked.sign-in.cannot"), () -> {
                            try {
                                var asked = requests.askWithoutSignIn(
                                        signedIn.actor(), device, action, question.reasonNow());
                                if (answer(asked, reached, action, question)) {
                                    question.close();
                                }
                            } catch (MdmException | NestedRuntimeException away) {
                                failed(away, question);
                            }
                        }));
    }

    private static boolean follow(RequestId request, String key) {
        Toast.done(I18NProvider.translate(key));
        UI.getCurrent().navigate(RequestView.class, RequestView.parameters(request));
        return true;
    }
}
