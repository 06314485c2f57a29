package se.handtag.requests;

import static se.handtag.identity.NameSweep.isAmong;
import static se.handtag.identity.NameSweep.isIn;
import static se.handtag.identity.NameSweep.isInJson;
import static se.handtag.identity.NameSweep.isNamed;
import static se.handtag.identity.NameSweep.isWritten;
import static se.handtag.identity.NameSweep.json;
import static se.handtag.identity.NameSweep.name;
import static se.handtag.identity.NameSweep.text;
import static se.handtag.identity.NameSweep.without;
import static se.handtag.identity.NameSweep.words;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.identity.NameSweep;
import se.handtag.identity.NamesKept;
import se.handtag.policy.NamesInJson;

/** Requests with what was said to them, stand-ins, and what IT wants a second person for. That somebody has left keeps their
 * address, so that nothing waits for them and they decide nothing if they come back. */
@Component
class RequestNames implements NamesKept {

    private static final String WAITS =
            "exists (select from requests.request r where r.id = request and r.state = 'WAITING')";

    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of(
                            "requests",
                            "requests.request",
                            "self = any(:users) and by_name <> :name",
                            isNamed("by_id", "by_name"),
                            isWritten("by_id", "reason"),
                            isIn("reason"),
                            isIn("owner_name"),
                            "(for_user = any(:users) or " + NamesInJson.ABOUT_THEM + ") and owner_name <> :name",
                            isAmong("approvers"),
                            isAmong("concerned"),
                            isInJson("line"),
                            isInJson("snapshot"),
                            isInJson("payload"),
                            NamesInJson.SUBJECT_NAMES_THEM,
                            NamesInJson.ACTION_NAMES_THEM)
                    .atWork("state = 'WAITING'")
                    .set(
                            "by_name = case when by_id = any(:persons) or self = any(:users) then :name else by_name end",
                            text("by_id", "reason"),
                            "owner_name = case when for_user = any(:users) or " + NamesInJson.ABOUT_THEM
                                    + " then case when owner_name is null then null else :name end"
                                    + " else regexp_replace(owner_name, :words, :name, 'gi') end",
                            without("approvers"),
                            without("concerned"),
                            json("line", "line"),
                            json("snapshot", NamesInJson.SUBJECT),
                            json("payload", NamesInJson.ACTION)),
            NameSweep.of(
                            "decisions",
                            "requests.decision",
                            isNamed("by_id", "by_name"),
                            isWritten("by_id", "comment"),
                            isIn("comment"),
                            isIn("for_name"),
                            isAmong("marks"),
                            isAmong("seat"))
                    .atWork(WAITS)
                    .set(
                            name("by_id", "by_name"),
                            text("by_id", "comment"),
                            words("for_name"),
                            without("marks"),
                            without("seat")),
            NameSweep.of("happenings", "requests.happening", isIn("who"))
                    .atWork(WAITS)
                    .set(words("who")),
            NameSweep.of(
                            "stand-ins",
                            "requests.delegation",
                            isNamed("from_id", "from_name"),
                            isAmong("from_addresses"),
                            "lower(to_address) = any(:taken)",
                            isIn("from_name"),
                            isIn("to_name"))
                    .atWork("ended_at is null and ends_at > :now")
                    .set(
                            "from_name = case when from_id = any(:persons) then :name"
                                    + " else regexp_replace(from_name, :words, :name, 'gi') end",
                            without("from_addresses"),
                            "to_name = case when lower(to_address) = any(:taken) then :name"
                                    + " else regexp_replace(to_name, :words, :name, 'gi') end",
                            "to_address = case when lower(to_address) = any(:taken) then :name else to_address end"),
            // What waits to erase their names names them until it is agreed to.
            NameSweep.of(
                            "proposals",
                            "requests.proposal",
                            "by_id = any(:persons)",
                            "kind <> '" + NameErasure.KIND + "' and (" + isIn("label") + " or " + isIn("before::text")
                                    + " or " + isIn("after::text") + ")")
                    .atWork("true"),
            NameSweep.of("approvers", "requests.approver", "lower(address) = any(:taken)")
                    .atWork("true"),
            NameSweep.of("departures", "requests.departed", isAmong("said_by")).set(without("said_by")));

    private static final String OLD = "state <> 'WAITING' and asked_at < :before and (";

    private static final String OF_OLD =
            "exists (select from requests.request r where r.id = request and r.asked_at < :before) and (";

    private static final List<NameSweep> OLDER = List.of(
            NameSweep.of(
                            "requests",
                            "requests.request",
                            OLD + "by_name <> :name or owner_name <> :name or reason <> :text or approvers <> '{}'"
                                    + " or concerned::text like '%address/%' or line::text like '%@%' or "
                                    + String.join(" or ", NamesInJson.NAME_ANYBODY) + ")")
                    .set(
                            "by_name = :name",
                            "owner_name = case when owner_name is not null then :name end",
                            "reason = case when reason is not null then :text end",
                            "approvers = '{}'",
                            "concerned = array(select each from unnest(concerned) each where each not like 'address/%')",
                            "line = regexp_replace(line::text, '\"[^\"@]*@[^\"]*\"', to_json(:name::text)::text, 'g')::jsonb",
                            "snapshot = " + NamesInJson.NOBODYS_SUBJECT,
                            "payload = " + NamesInJson.NOBODYS_ACTION),
            NameSweep.of(
                            "decisions",
                            "requests.decision",
                            OF_OLD + "by_name <> :name or comment <> :text or for_name <> :name or seat <> '{}'"
                                    + " or marks::text like '%address/%')")
                    .atWork(WAITS)
                    .set(
                            "by_name = :name",
                            "comment = case when comment is not null then :text end",
                            "for_name = case when for_name is not null then :name end",
                            "seat = '{}'",
                            "marks = array(select each from unnest(marks) each where each not like 'address/%')"),
            NameSweep.of("happenings", "requests.happening", OF_OLD + "who <> :name)")
                    .atWork(WAITS)
                    .set("who = :name"),
            NameSweep.of(
                            "stand-ins",
                            "requests.delegation",
                            "least(ended_at, ends_at) < :before and (from_name <> :name or to_name <> :name)")
                    .set("from_name = :name", "from_addresses = '{}'", "to_name = :name", "to_address = :name"));

    @Override
    public String room() {
        return "requests";
    }

    @Override
    public List<NameSweep> theirs() {
        return SWEEPS;
    }

    @Override
    public List<NameSweep> older() {
        return OLDER;
    }
}
