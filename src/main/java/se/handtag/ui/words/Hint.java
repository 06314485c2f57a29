package se.handtag.ui.words;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import se.handtag.commands.CommandId;
import se.handtag.identity.PersonId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Subject;
import se.handtag.requests.RequestId;

/**
 * That something has changed, and what it is about, by keys that name things and say nothing of them. It carries no news:
 * whoever gets it reads again, as the person who looks.
 *
 * @param about keys, without blanks
 * @param all whether it may be about anything: hints were missed
 */
public record Hint(Set<String> about, boolean all) {
    /** Hints may have been missed. */
    static final Hint OF_ALL = new Hint(Set.of(), true);

    public Hint {
        about = Set.copyOf(about);
    }

    public static String person(PersonId id) {
        return "person/" + id;
    }

    /** A user of the MDM. */
    public static String user(UserId id) {
        return "user/" + id.value();
    }

    public static String device(DeviceId id) {
        return Subject.keyOf(id);
    }

    public static String request(RequestId id) {
        return "request/" + id;
    }

    public static String command(CommandId id) {
        return "command/" + id;
    }

    /** Whether it may be about one of these. */
    public boolean concerns(Collection<String> watched) {
        return all || !Collections.disjoint(about, watched);
    }

    static Hint read(String written) {
        return new Hint(
                Arrays.stream(written.split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toSet()), false);
    }

    String write() {
        return String.join(" ", about);
    }
}
