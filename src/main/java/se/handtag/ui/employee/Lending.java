package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import se.handtag.Longest;
import se.handtag.grants.Grants;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Manner;
import se.handtag.policy.Policy;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Toast;

/** Asks for something that may be for a time: how long, why, and then it is a request like any other. */
@Component
class Lending {
    private static final Logger LOG = LoggerFactory.getLogger(Lending.class);
    private static final List<Integer> LENGTHS = List.of(1, 7, 14, 30, 90);
    private static final int GOOD = 0;

    private final Requests requests;
    private final Grants grants;
    private final Policy policy;
    private final SignedIn signedIn;
    private final Deciders deciders;

    Lending(Requests requests, Grants grants, Policy policy, SignedIn signedIn, Deciders deciders) {
        this.requests = requests;
        this.grants = grants;
        this.policy = policy;
        this.signedIn = signedIn;
        this.deciders = deciders;
    }

    /**
     * What is wanted.
     *
     * @param self the MDM user that the person is
     * @param name as people call it
     * @param happens what it does, in a sentence
     * @param longestDays for how many days at most; null: for good, too
     */
    record Wanted(
            Subject subject,
            @Nullable UserId self,
            Action action,
            String name,
            String happens,
            @Nullable Integer longestDays) {}

    Decision decision(Subject subject, @Nullable UserId self, Action action) {
        return policy.rule(Asker.of(signedIn.person(), self), subject, action, Manner.PLAIN)
                .decision();
    }

    /** Who says yes first, empty when nobody has to. */
    String first(Decision decision) {
        return decision.needsApproval() ? deciders.first(signedIn.person(), true, decision) : "";
    }

    void ask(Wanted wanted) {
        Decision decision = decision(wanted.subject(), wanted.self(), wanted.action());
        String first = first(decision);
        var confirmation = Confirmation.ask(I18NProvider.translate(
                "employee.lend.question", wanted.name(), wanted.subject().label()));
        if (!first.isEmpty()) {
            confirmation.happens(first);
        }
        confirmation.happens(wanted.happens());
        var length = lengths(wanted.longestDays());
        var reason = reason(decision);
        var problems = new Div();
        confirmation.with(length);
        if (decision.needsReason() || !first.isEmpty()) {
            confirmation.with(reason);
        }
        confirmation.with(problems);
        confirmation.onlyWhen(() -> {
            problems.removeAll();
            if (decision.needsReason() && reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.focus();
                return false;
            }
            Notice problem = send(wanted, reason.getValue().strip(), length.getValue());
            if (problem != null) {
                problems.add(problem);
            }
            return problem == null;
        });
        confirmation
                .primary(
                        I18NProvider.translate(first.isEmpty() ? "employee.lend.yes" : "employee.lend.yes.ask"),
                        _ -> {})
                .open();
    }

    /** For good or for how many days. @param longest for how many at most; null: for good, too */
    static RadioButtonGroup<Integer> lengths(@Nullable Integer longest) {
        var group = new RadioButtonGroup<Integer>(I18NProvider.translate("employee.lend.how-long"));
        List<Integer> choices = new ArrayList<>();
        if (longest == null) {
            choices.add(GOOD);
        }
        LENGTHS.stream().filter(days -> longest == null || days <= longest).forEach(choices::add);
        if (longest != null && !choices.contains(longest)) {
            choices.add(longest);
        }
        group.setItems(choices);
        group.setItemLabelGenerator(Lending::words);
        group.setValue(longest == null ? (Integer) GOOD : choices.contains(14) ? (Integer) 14 : choices.getLast());
        group.setHelperText(I18NProvider.translate("employee.lend.then"));
        return group;
    }

    /** "for good", "for 14 days". */
    static String words(int days) {
        return days == GOOD
                ? I18NProvider.translate("employee.lend.good")
                : I18NProvider.translate("employee.lend.days", days);
    }

    private static TextArea reason(Decision decision) {
        var field = new TextArea(
                I18NProvider.translate(decision.needsReason() ? "employee.reason" : "employee.reason.optional"));
        field.setMaxLength(Longest.REASON.characters());
        field.setMinRows(2);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(decision.needsReason());
        field.setManualValidation(true);
        field.setErrorMessage(I18NProvider.translate("kit.reason.missing"));
        return field;
    }

    /** @return what is wrong, null when it was taken */
    private @Nullable Notice send(Wanted wanted, String reason, int days) {
        try {
            var actor = signedIn.actor();
            return answer(
                    days == GOOD
                            ? requests.ask(actor, wanted.subject(), wanted.action(), reason)
                            : grants.ask(actor, wanted.subject(), wanted.action(), reason, days));
        } catch (MdmException | NestedRuntimeException away) {
            LOG.warn("Nothing was asked for: {}", away.toString());
            return notice("employee.asked.failed");
        }
    }

    /** Leads to the request, or says what is wrong. */
    static @Nullable Notice answer(Asked asked) {
        return switch (asked) {
            case Asked.OnItsWay(var request) -> follow(request, "employee.asked.sent");
            case Asked.Waiting(var request) -> follow(request, "employee.asked.waiting");
            case Asked.AskedAlready(var request) -> follow(request, "employee.asked.already");
            case Asked.Denied(var decision) ->
                Notice.error(
                        I18NProvider.translate("employee.asked.denied"),
                        String.join(
                                " ",
                                Deciders.explanations(
                                        decision.reasons(), UI.getCurrent().getLocale())));
            case Asked.NoSuchDevice _ -> notice("employee.asked.gone");
            case Asked.TooMany _ -> notice("employee.asked.too-many");
            case Asked.ReasonMissing _, Asked.SignInFirst _ -> notice("employee.asked.failed");
        };
    }

    private static Notice notice(String key) {
        return Notice.error(I18NProvider.translate(key), I18NProvider.translate(key + ".text"));
    }

    private static @Nullable Notice follow(RequestId request, String key) {
        Toast.done(I18NProvider.translate(key));
        UI.getCurrent().navigate(RequestView.class, RequestView.parameters(request));
        return null;
    }
}
