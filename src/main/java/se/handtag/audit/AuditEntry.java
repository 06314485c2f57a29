package se.handtag.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.handtag.Erased;
import se.handtag.identity.Actor;
import se.handtag.identity.PersonId;

/**
 * What is to be put on record. Built from {@link #of} by adding what is known; what is not known stays null. Names, texts,
 * addresses and facts are kept where they can be erased; the rest is hashed as it stands and kept for ever.
 *
 * @param actor who did it, null when the portal itself did
 * @param owner whose matter it was, when not the actor's own: a person of the portal, or a user of the MDM as
 *     {@code user/17}; they may take out a receipt
 * @param onBehalfOf the same, as a name for the reader
 * @param affected whose device it was done to, or which person, as {@code user/17}: they may take out a receipt, too
 * @param subject what it was done to, such as {@code device/<id>}, {@code user/17} or {@code company}
 * @param label the subject as a person would name it, such as a device's model and the end of its serial number
 * @param action the name of the action, such as {@code wipe}
 * @param outcome in one word how it went, such as {@code allowed} or {@code unknown}
 * @param rules ids of the rules that decided
 * @param step what makes the record one of its kind, such as {@code command/<id>/intent/1}: a second entry of the same
 *     step is not recorded; null when any number may be
 * @param facts whatever else explains the record, by name; may name people
 * @param marks the same, for words and numbers of the portal's own, which name nobody
 */
public record AuditEntry(
        AuditKind kind,
        @Nullable Actor actor,
        @Nullable String owner,
        @Nullable String onBehalfOf,
        @Nullable String affected,
        @Nullable String subject,
        @Nullable String label,
        @Nullable String action,
        @Nullable String outcome,
        List<String> rules,
        @Nullable UUID request,
        @Nullable UUID command,
        @Nullable String step,
        SortedMap<String, String> facts,
        SortedMap<String, String> marks) {

    public static AuditEntry of(AuditKind kind) {
        return new Draft(kind).entry();
    }

    /**
     * That somebody who has signed in wanted what is not for them, or is not there: which of the two is not told them.
     *
     * @param thing what they wanted, in one word such as {@code device}
     * @param asked which, as they asked for it
     */
    public static AuditEntry refused(Actor actor, String action, String thing, Object asked) {
        return of(AuditKind.REFUSED_ACCESS)
                .by(actor)
                .action(action)
                .outcome("no such " + thing)
                .fact("asked", asked.toString());
    }

    public AuditEntry by(@Nullable Actor who) {
        return with(draft -> draft.actor = who);
    }

    public AuditEntry onBehalfOf(@Nullable String name) {
        return with(draft -> draft.onBehalfOf = known(name));
    }

    /** Whose matter it was, for somebody who has signed in. */
    public AuditEntry onBehalfOf(PersonId person, String name) {
        return with(draft -> {
            draft.owner = "person/" + person;
            draft.onBehalfOf = known(name);
        });
    }

    /**
     * Whose matter it was, for a user of the MDM.
     *
     * @param user such as {@code user/17}
     * @param name null when it is not known
     */
    public AuditEntry onBehalfOf(String user, @Nullable String name) {
        return with(draft -> {
            draft.owner = user;
            draft.onBehalfOf = known(name);
        });
    }

    /** Whose device or person it was done to, for a user of the MDM such as {@code user/17}; null adds nothing. */
    public AuditEntry affecting(@Nullable String user) {
        return user == null ? this : with(draft -> draft.affected = user);
    }

    public AuditEntry device(UUID id, String label) {
        return subject("device/" + id, label);
    }

    public AuditEntry subject(String key, @Nullable String label) {
        return with(draft -> {
            draft.subject = key;
            draft.label = known(label);
        });
    }

    public AuditEntry action(String name) {
        return with(draft -> draft.action = name);
    }

    public AuditEntry outcome(String word) {
        return with(draft -> draft.outcome = word);
    }

    public AuditEntry rules(List<String> ids) {
        return with(draft -> draft.rules = List.copyOf(ids));
    }

    public AuditEntry request(@Nullable UUID id) {
        return with(draft -> draft.request = id);
    }

    public AuditEntry command(@Nullable UUID id) {
        return with(draft -> draft.command = id);
    }

    public AuditEntry step(String subjectAndStep) {
        return with(draft -> draft.step = subjectAndStep);
    }

    /** Adds a fact that may say something about somebody; a null value adds nothing. */
    public AuditEntry fact(String name, @Nullable String value) {
        return value == null ? this : with(draft -> draft.facts.put(name, value));
    }

    /** Adds a word or number of the portal's own, never a name, a text or an address; a null value adds nothing. */
    public AuditEntry mark(String name, @Nullable String value) {
        return value == null ? this : with(draft -> draft.marks.put(name, value));
    }

    /** What stands where a name was erased is none. */
    private static @Nullable String known(@Nullable String name) {
        return Erased.isIn(name) ? null : name;
    }

    private AuditEntry with(Consumer<Draft> change) {
        var draft = new Draft(kind);
        draft.actor = actor;
        draft.owner = owner;
        draft.onBehalfOf = onBehalfOf;
        draft.affected = affected;
        draft.subject = subject;
        draft.label = label;
        draft.action = action;
        draft.outcome = outcome;
        draft.rules = rules;
        draft.request = request;
        draft.command = command;
        draft.step = step;
        draft.facts.putAll(facts);
        draft.marks.putAll(marks);
        change.accept(draft);
        return draft.entry();
    }

    private static final class Draft {
        private final AuditKind kind;
        private @Nullable Actor actor;
        private @Nullable String owner;
        private @Nullable String onBehalfOf;
        private @Nullable String affected;
        private @Nullable String subject;
        private @Nullable String label;
        private @Nullable String action;
        private @Nullable String outcome;
        private List<String> rules = List.of();
        private @Nullable UUID request;
        private @Nullable UUID command;
        private @Nullable String step;
        private final TreeMap<String, String> facts = new TreeMap<>();
        private final TreeMap<String, String> marks = new TreeMap<>();

        private Draft(AuditKind kind) {
            this.kind = kind;
        }

        private AuditEntry entry() {
            return new AuditEntry(
                    kind,
                    actor,
                    owner,
                    onBehalfOf,
                    affected,
                    subject,
                    label,
                    action,
                    outcome,
                    rules,
                    request,
                    command,
                    step,
                    facts,
                    marks);
        }
    }
}
