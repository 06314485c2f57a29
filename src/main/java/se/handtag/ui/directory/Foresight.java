package se.handtag.ui.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Manner;
import se.handtag.policy.Policy;
import se.handtag.policy.Subject;

/** What the rules would say to many changes if they were asked for now; nothing is put on record, for nothing is asked for. */
@Component
class Foresight {
    private final Policy policy;
    private final MdmUsers users;

    Foresight(Policy policy, MdmUsers users) {
        this.policy = policy;
        this.users = users;
    }

    /** The same for many, in their order; it may take a while. @throws se.handtag.mdm.MdmException when the MDM does not answer */
    Map<Subject, Decision> decide(Person person, List<Subject> subjects, Action action) {
        Asker asker = asker(person);
        Map<Subject, Decision> decisions = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            decisions.computeIfAbsent(subject, _ -> decide(asker, subject, action));
        }
        return decisions;
    }

    /** Those that would be refused. @throws se.handtag.mdm.MdmException when the MDM does not answer */
    List<Decision> denials(Person person, List<? extends Batch.Item> items) {
        Asker asker = asker(person);
        List<Decision> denials = new ArrayList<>();
        for (Batch.Item item : items) {
            if (item instanceof Batch.Item.Ask ask) {
                Decision decision = decide(asker, ask.subject(), ask.action());
                if (decision.denied()) {
                    denials.add(decision);
                }
            }
        }
        return denials;
    }

    private Asker asker(Person person) {
        var self = users.match(person) instanceof Match.One one
                ? one.user().value().id()
                : null;
        return Asker.of(person, self);
    }

    private Decision decide(Asker asker, Subject subject, Action action) {
        return policy.rule(asker, subject, action, Manner.PLAIN).decision();
    }
}
