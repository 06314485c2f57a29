package se.handtag.notifications;

import static se.handtag.identity.NameSweep.isIn;
import static se.handtag.identity.NameSweep.words;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.identity.NameSweep;
import se.handtag.identity.NamesKept;

/** Messages in the portal, and mail. What was said to somebody goes with them; nobody else ever reads it. */
@Component
class MessageNames implements NamesKept {

    private static final String TO_THEM = "(person = any(:persons) or lower(address) = any(:taken))";

    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of("messages", "notifications.message", TO_THEM),
            NameSweep.of(
                            "messages",
                            "notifications.message",
                            // To them: gone already, and not to be counted twice.
                            "coalesce(not " + TO_THEM + ", true) and (" + isIn("about") + " or " + isIn("device")
                                    + " or " + isIn("comment") + " or " + isIn("note_who") + ")")
                    .set(
                            "comment = case when lower(about) = any(:called) and comment <> '' then :text"
                                    + " else regexp_replace(comment, :words, :name, 'gi') end",
                            words("about"),
                            words("device"),
                            "note_who = case when note = 'settled'"
                                    + " and lower(split_part(note_who, ': ', 1)) = any(:called)"
                                    + " then :name || ': ' || :text"
                                    + " else regexp_replace(note_who, :words, :name, 'gi') end"),
            NameSweep.of(
                            "mails",
                            "notifications.mail",
                            "lower(address) = any(:taken)",
                            isIn("subject"),
                            isIn("text"),
                            isIn("problem"))
                    .atWork("sent_at is null and given_up_at is null")
                    .set(
                            "address = case when lower(address) = any(:taken) then :name else address end",
                            "subject = :text",
                            "text = :text",
                            words("problem")));

    private static final List<NameSweep> OLDER =
            List.of(NameSweep.of("messages", "notifications.message", "at < :before"));

    @Override
    public String room() {
        return "notifications";
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
