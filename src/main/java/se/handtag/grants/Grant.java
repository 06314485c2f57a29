package se.handtag.grants;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;
import se.handtag.requests.RequestId;

/**
 * Something that was asked for for a time.
 *
 * @param subject what it is on, by its key
 * @param thing what was put there, such as {@code tag/4} or {@code app/se.example}
 * @param endsAt when it is taken back; null while it has not begun
 * @param announcedAt when the person was told that it ends, null while they were not
 */
public record Grant(
        UUID id,
        RequestId request,
        String subject,
        String thing,
        int days,
        State state,
        @Nullable Instant endsAt,
        @Nullable Instant announcedAt) {

    /** Where it stands. */
    public enum State {
        /** It waits for a yes, or is on its way. */
        ASKED,
        /** It counts. */
        RUNNING,
        /** A later request took its place. */
        REPLACED,
        /** It is over, and the command that takes it back is under way. */
        ENDING,
        /** It is taken back, or nothing came of it. */
        ENDED,
        /** It is over, but it could not be taken back by itself: a person of IT has to. */
        STUCK
    }

    /** It ends in a day; published inside the transaction in which that was noted. */
    public record GrantEnds(RequestId request, PersonId by) {}

    /** It was taken back, or could not be; published inside the transaction in which that was known. */
    public record GrantEnded(RequestId request, PersonId by, boolean takenBack) {}
}
