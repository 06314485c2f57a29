package se.handtag.policy;

import static se.handtag.identity.NameSweep.isAmong;
import static se.handtag.identity.NameSweep.isIn;
import static se.handtag.identity.NameSweep.isInJson;
import static se.handtag.identity.NameSweep.isNamed;
import static se.handtag.identity.NameSweep.isWritten;
import static se.handtag.identity.NameSweep.json;
import static se.handtag.identity.NameSweep.name;
import static se.handtag.identity.NameSweep.text;
import static se.handtag.identity.NameSweep.without;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.identity.NameSweep;
import se.handtag.identity.NamesKept;

/** Who published which rules, and what rules are tried on. What rules themselves say is IT's to change: decisions name them by
 * their hash. */
@Component
class RuleNames implements NamesKept {

    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of(
                            "rules",
                            "policy.version",
                            isNamed("by_id", "by_name"),
                            isNamed("second_id", "second_name"),
                            isWritten("by_id", "comment"),
                            isIn("comment"))
                    .set(name("by_id", "by_name"), name("second_id", "second_name"), text("by_id", "comment")),
            NameSweep.of(
                            "drafts",
                            "policy.draft",
                            isNamed("changed_by_id", "changed_by_name"),
                            isNamed("asked_by_id", "asked_by_name"),
                            isAmong("asked_marks"),
                            isWritten("asked_by_id", "comment"),
                            isIn("comment"))
                    .atWork("state = 'WAITING'")
                    .set(
                            name("changed_by_id", "changed_by_name"),
                            name("asked_by_id", "asked_by_name"),
                            without("asked_marks"),
                            text("asked_by_id", "comment")),
            NameSweep.of(
                            "decided",
                            "policy.decided",
                            isNamed("person", "person_name"),
                            isIn("subject_label"),
                            "subject = any(:keys) and subject_label <> :name",
                            isInJson("facts"),
                            "person = any(:persons) and facts ->> 'request.ticket' not in ('', :text)")
                    .set(
                            name("person", "person_name"),
                            "subject_label = case when subject = any(:keys) then :name"
                                    + " else regexp_replace(subject_label, :words, :name, 'gi') end",
                            json("facts", """
                                    case when person = any(:persons) and facts ->> 'request.ticket' <> ''
                                      then jsonb_set(facts, '{request.ticket}', to_jsonb(:text::text)) else facts end""")));

    @Override
    public String room() {
        return "policy";
    }

    @Override
    public List<NameSweep> theirs() {
        return SWEEPS;
    }
}
