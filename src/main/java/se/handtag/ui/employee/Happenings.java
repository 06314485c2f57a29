package se.handtag.ui.employee;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Pseudonyms;
import se.handtag.audit.Receipts;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.Commands;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.mdm.UserId;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/**
 * What is on record about a person's devices and about the person, as far as it was theirs when it happened: what came
 * before a device was theirs is the matter of whoever had it then.
 */
@Component
class Happenings {
    private static final int MOST = 200;
    private static final int SHOWN = 100;
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
    private final Receipts receipts;
    private final Pseudonyms pseudonyms;
    private final MdmUsers users;
    private final Commands commands;
    private final RequestLookup requests;

    Happenings(
            AuditLog log,
            Receipts receipts,
            Pseudonyms pseudonyms,
            MdmUsers users,
            Commands commands,
            RequestLookup requests) {
        this.log = log;
        this.receipts = receipts;
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

    /** The newest first. */
    List<Happening> of(Person me, MyFleet.Known known) {
        if (!(users.match(me) instanceof Match.One one)) {
            return List.of();
        }
        UserId self = one.user().value().id();
        var whose = new Whose(self, pseudonyms.find(me.id().value()).orElse(null));
        Map<Long, AuditRecord> found = new TreeMap<>(Comparator.reverseOrder());
        receipts.concerning(me.id(), whose.key(), Long.MAX_VALUE, MOST).stream()
                .filter(record ->
                        whose.key().equals(record.owner()) || whose.key().equals(record.subject()))
                .forEach(record -> found.put(record.number(), record));
        devices(known)
                .flatMap(query -> log.find(query, Long.MAX_VALUE, MOST).stream())
                .filter(whose::concerns)
                .forEach(record -> found.put(record.number(), record));
        return found.values().stream()
                .filter(record -> TOLD.contains(record.kind()))
                .map(record -> new Happening(record, whose.did(record)))
                .limit(SHOWN)
                .toList();
    }

    private static Stream<AuditQuery> devices(MyFleet.Known known) {
        return known instanceof MyFleet.Known.Mine own
                ? own.devices().stream()
                        .map(reached ->
                                AuditQuery.ofDevice(reached.device().id().value()))
                : Stream.of();
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
