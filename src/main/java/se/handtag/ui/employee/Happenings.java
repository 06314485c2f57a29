package se.handtag.ui.employee;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditMatter;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Pseudonyms;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.Commands;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.mdm.UserId;
import se.handtag.policy.Subject;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/**
 * What is on record about a person's devices and about the person, as far as it was theirs when it happened: what came
 * before a device was theirs is the matter of whoever had it then.
 */
@Component
class Happenings {
    /** How many records are read at a time. */
    private static final int AT_ONCE = 200;
    /** After how many records somebody who waits is shown what was found so far. */
    private static final int PATIENCE = 5_000;

    private static final Set<AuditKind> TOLD = EnumSet.of(
            AuditKind.LOOK,
            AuditKind.DECISION,
            AuditKind.APPROVAL,
            AuditKind.LOST,
            AuditKind.OUTCOME,
            AuditKind.COMMAND_STEP,
            AuditKind.SETTLED,
            AuditKind.HOLD);

    private final AuditLog log;
    private final Pseudonyms pseudonyms;
    private final MdmUsers users;
    private final Commands commands;
    private final RequestLookup requests;

    Happenings(AuditLog log, Pseudonyms pseudonyms, MdmUsers users, Commands commands, RequestLookup requests) {
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.users = users;
        this.commands = commands;
        this.requests = requests;
    }

    /**
     * One record.
     *
     * @param mine whether the person did it themselves
     */
    record Happening(AuditRecord record, boolean mine) {}

    /**
     * A part of what happened, the newest first, in words.
     *
     * @param before from which number on it is read on
     * @param whole whether there is nothing before that
     */
    record Part<T>(List<T> told, long before, boolean whole) {
        private static <T> Part<T> nothing() {
            return new Part<>(List.of(), 0, true);
        }
    }

    /**
     * Reads on until that many can be told of.
     *
     * @param before only records with a smaller number; {@link Long#MAX_VALUE} from the end
     * @param words empty for what says nothing to a person
     */
    <T> Part<T> read(
            Person me,
            MyFleet.Known known,
            boolean onlyOthers,
            long before,
            int most,
            Function<Happening, Optional<T>> words) {
        if (!(users.match(me) instanceof Match.One one)) {
            return Part.nothing();
        }
        var whose = new Whose(
                one.user().value().id(), pseudonyms.find(me.id().value()).orElse(null));
        var matter = new AuditMatter(whose.key(), devices(known), TOLD, onlyOthers ? whose.pseudonym : null);
        List<T> told = new ArrayList<>();
        long at = before;
        for (int looked = 0; looked < PATIENCE; looked += AT_ONCE) {
            List<AuditRecord> records = log.find(matter, at, AT_ONCE);
            for (AuditRecord record : records) {
                Optional<T> said = whose.concerns(record)
                        ? words.apply(new Happening(record, whose.did(record)))
                        : Optional.empty();
                if (said.isPresent() && told.size() == most) {
                    return new Part<>(told, at, false);
                }
                said.ifPresent(told::add);
                at = record.number();
            }
            if (records.size() < AT_ONCE) {
                return new Part<>(told, at, true);
            }
        }
        return new Part<>(told, at, false);
    }

    private static Set<String> devices(MyFleet.Known known) {
        return known instanceof MyFleet.Known.Mine own
                ? own.devices().stream()
                        .map(reached -> Subject.keyOf(reached.device().id()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Tells the person's records from those of whoever had the device before. */
    private final class Whose {
        private final UserId self;
        private final @Nullable UUID pseudonym;
        private final Map<UUID, Optional<UserId>> owners = new HashMap<>();

        Whose(UserId self, @Nullable UUID pseudonym) {
            this.self = self;
            this.pseudonym = pseudonym;
        }

        String key() {
            return "user/" + self.value();
        }

        boolean did(AuditRecord record) {
            return pseudonym != null && pseudonym.equals(record.actorId());
        }

        boolean concerns(AuditRecord record) {
            if (key().equals(record.subject())) {
                return true;
            }
            String owner = record.owner();
            if (owner != null && owner.startsWith("user/")) {
                return owner.equals(key());
            }
            if (record.command() != null || record.request() != null) {
                return ownerThen(record).filter(self::equals).isPresent();
            }
            return did(record) || (pseudonym != null && pseudonym.toString().equals(owner));
        }

        private Optional<UserId> ownerThen(AuditRecord record) {
            UUID command = record.command();
            if (command != null) {
                return owners.computeIfAbsent(
                        command, id -> commands.find(new CommandId(id)).map(Command::owner));
            }
            UUID request = record.request();
            return request == null
                    ? Optional.empty()
                    : owners.computeIfAbsent(
                            request,
                            id -> requests.find(new RequestId(id))
                                    .map(found -> found.subject().owner()));
        }
    }
}
