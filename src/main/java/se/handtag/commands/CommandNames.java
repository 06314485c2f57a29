package se.handtag.commands;

import static se.handtag.identity.NameSweep.isAmong;
import static se.handtag.identity.NameSweep.isIn;
import static se.handtag.identity.NameSweep.isInJson;
import static se.handtag.identity.NameSweep.isNamed;
import static se.handtag.identity.NameSweep.json;
import static se.handtag.identity.NameSweep.name;
import static se.handtag.identity.NameSweep.without;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.identity.NameSweep;
import se.handtag.identity.NamesKept;
import se.handtag.policy.NamesInJson;

/** Commands and what became of them; who released what was held; who stopped everything that destroys. */
@Component
class CommandNames implements NamesKept {

    private static final String OPEN = "state in ('HELD', 'DUE', 'SENDING', 'UNKNOWN')";
    private static final String OF_OPEN =
            "exists (select from commands.command c where c.id = command and c." + OPEN + ")";

    /** Somebody's name, and after a colon what they wrote. */
    private static final String SAID = "note = 'settled' and lower(split_part(detail, ': ', 1)) = any(:called)";

    /** Called off when it was not known what had become of it. */
    private static final String NOT_AGAIN = "note = 'not-again' and detail like 'called-off %'";

    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of(
                            "commands",
                            "commands.command",
                            "self = any(:users) and by_name <> :name",
                            isNamed("by_id", "by_name"),
                            isIn("subject_label"),
                            "subject = any(:keys) and subject_label <> :name",
                            isInJson("snapshot"),
                            isInJson("payload"),
                            NamesInJson.SUBJECT_NAMES_THEM,
                            NamesInJson.ACTION_NAMES_THEM)
                    .atWork(OPEN)
                    .set(
                            "by_name = case when by_id = any(:persons) or self = any(:users) then :name else by_name end",
                            "subject_label = case when subject = any(:keys) then :name"
                                    + " else regexp_replace(subject_label, :words, :name, 'gi') end",
                            json("snapshot", NamesInJson.SUBJECT),
                            json("payload", NamesInJson.ACTION)),
            NameSweep.of("steps", "commands.step", isIn("detail"))
                    .atWork(OF_OPEN)
                    .set("detail = case when " + SAID + " then :name || ': ' || :text"
                            + " else regexp_replace(detail, :words, :name, 'gi') end"),
            NameSweep.of("releases", "commands.release", isNamed("person", "name"), isAmong("marks"))
                    .atWork(OF_OPEN)
                    .set(name("person", "name"), without("marks")),
            NameSweep.of(
                            "stop",
                            "commands.stop",
                            "person = any(:persons)",
                            "first = any(:persons)",
                            isIn("name"),
                            isIn("reason"))
                    .atWork("true"));

    private static final String OLD =
            "exists (select from commands.command c where c.id = command" + " and c.placed_at < :before) and (";

    private static final List<NameSweep> OLDER = List.of(
            NameSweep.of(
                            "commands",
                            "commands.command",
                            "placed_at < :before and (by_name <> :name"
                                    + " or subject like 'user/%' and subject_label <> :name or "
                                    + String.join(" or ", NamesInJson.NAME_ANYBODY) + ")")
                    .atWork(OPEN)
                    .set(
                            "by_name = :name",
                            "subject_label = case when subject like 'user/%' then :name else subject_label end",
                            "snapshot = " + NamesInJson.NOBODYS_SUBJECT,
                            "payload = " + NamesInJson.NOBODYS_ACTION),
            NameSweep.of(
                            "steps",
                            "commands.step",
                            OLD + "note in ('called-off', 'released') and detail <> :name"
                                    + " or note = 'settled' and detail <> :name || ': ' || :text"
                                    + " or " + NOT_AGAIN + " and detail <> 'called-off ' || :name)")
                    .atWork(OF_OPEN)
                    .set("detail = case when note = 'settled' then :name || ': ' || :text when " + NOT_AGAIN
                            + " then 'called-off ' || :name else :name end"),
            NameSweep.of("releases", "commands.release", OLD + "name <> :name)")
                    .atWork(OF_OPEN)
                    .set(
                            "name = :name",
                            "marks = array(select each from unnest(marks) each where each not like 'address/%')"));

    @Override
    public String room() {
        return "commands";
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
