package se.handtag.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Directory;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.UserFile;
import se.handtag.devices.UserSearch;
import se.handtag.identity.PersonId;
import se.handtag.identity.Persons;
import se.handtag.identity.Role;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Ruling;

/**
 * Carries out what was reported for a colleague: locks what the rules would let the colleague lock of their phones and
 * tablets, and nothing else. The commands are the colleague's; the reporter is in no record of them.
 */
@Component
class ColleagueLocks {
    private static final Set<Platform> CARRIED = Set.of(Platform.IOS, Platform.ANDROID);

    private final JdbcClient database;
    private final Directory directory;
    private final Fleet fleet;
    private final Persons persons;
    private final LostOrders orders;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ColleagueLocks(
            JdbcClient database,
            Directory directory,
            Fleet fleet,
            Persons persons,
            LostOrders orders,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.fleet = fleet;
        this.persons = persons;
        this.orders = orders;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    private record Waiting(
            PersonId by,
            String byName,
            String whom,
            @Nullable UserId preselected) {}

    /** @throws se.handtag.mdm.MdmException when the MDM cannot say who is meant; then it is to be tried again */
    void carryOut(UUID report) {
        Optional<Waiting> waiting = database.sql(
                        "select * from recovery.colleague_report where id = :id and done_at is null")
                .param("id", report)
                .query((row, _) -> {
                    int user = row.getInt("mdm_user");
                    UserId preselected = row.wasNull() ? null : new UserId(user);
                    return new Waiting(
                            new PersonId(row.getObject("by_id", UUID.class)),
                            row.getString("by_name"),
                            row.getString("whom"),
                            preselected);
                })
                .optional();
        if (waiting.isEmpty()) {
            return;
        }
        Optional<UserFile> owner = owner(waiting.get());
        List<FleetDevice> devices = owner.isEmpty()
                ? List.of()
                : fleet.of(owner.get().id()).value().stream()
                        .filter(device -> CARRIED.contains(device.platform()))
                        .toList();
        List<Asked> asked = owner.map(
                        who -> devices.stream().map(device -> ask(who, device)).toList())
                .orElse(List.of());
        transaction.executeWithoutResult(_ -> lock(report, waiting.get(), owner.orElse(null), asked));
    }

    /** What the rules say to locking one of the colleague's devices. */
    private record Asked(FleetDevice device, LostOrders.For whom, Ruling ruling) {}

    private Asked ask(UserFile owner, FleetDevice device) {
        var whom = new LostOrders.For(personOf(owner), owner.name(), Set.of(Role.EMPLOYEE), owner.id());
        return new Asked(device, whom, orders.rule(whom, device, new Action.Lock()));
    }

    private void lock(UUID report, Waiting waiting, @Nullable UserFile owner, List<Asked> devices) {
        int done = database.sql("update recovery.colleague_report set done_at = :now, owner_name = :owner"
                        + " where id = :id and done_at is null")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("owner", owner == null ? null : owner.name())
                .param("id", report)
                .update();
        if (done == 0) {
            return;
        }
        int locks = 0;
        for (Asked asked : devices) {
            if (owner != null && lock(report, owner, asked)) {
                locks++;
            }
        }
        database.sql("update recovery.colleague_report set locks = :locks where id = :id")
                .param("locks", locks)
                .param("id", report)
                .update();
        var entry = AuditEntry.of(AuditKind.LOST);
        log.append((owner == null
                        ? entry.onBehalfOf(waiting.whom())
                        : entry.onBehalfOf(key(owner), owner.name()).subject(key(owner), owner.name()))
                .action("lock-for-colleague")
                .outcome(owner == null ? "nobody fits" : "carried out")
                .fact("reportedBy", waiting.byName())
                .fact("locks", Integer.toString(locks)));
        events.publishEvent(new ColleagueReport.Reported(
                report,
                waiting.by(),
                waiting.byName(),
                waiting.whom(),
                owner == null ? null : owner.name(),
                owner == null ? null : owner.email(),
                locks));
    }

    private boolean lock(UUID report, UserFile owner, Asked asked) {
        var action = new Action.Lock();
        var device = asked.device();
        var ruling = asked.ruling();
        log.append(AuditEntry.of(AuditKind.DECISION)
                .onBehalfOf(key(owner), owner.name())
                .device(device.id().value(), device.label())
                .action(action.kind().key())
                .outcome(ruling.decision().word())
                .rules(ruling.decision().ruleIds())
                .fact("rulesVersion", ruling.decision().version())
                .fact("colleagueReport", report.toString()));
        return orders.place(asked.whom(), ruling, action).isPresent();
    }

    private static String key(UserFile owner) {
        return "user/" + owner.id();
    }

    /** The colleague as the portal knows them, or a number that stands for whoever never signed in. */
    private PersonId personOf(UserFile owner) {
        String email = owner.email();
        List<PersonId> known = email == null ? List.of() : persons.withAddress(email);
        return known.size() == 1 ? known.getFirst() : standingFor(owner.id().value());
    }

    /** In whose name the devices of a user without an account are locked. */
    static PersonId standingFor(int user) {
        return new PersonId(UUID.nameUUIDFromBytes(("user/" + user).getBytes(StandardCharsets.UTF_8)));
    }

    /** Exactly one, by address, account or full name; nobody when several fit. */
    private Optional<UserFile> owner(Waiting waiting) {
        if (waiting.preselected() != null) {
            return directory.user(waiting.preselected());
        }
        String whom = waiting.whom();
        List<UserFile> found = directory.users(
                whom.contains("@")
                        ? new UserSearch(whom, null, null, null, null)
                        : new UserSearch(null, null, whom, null, null));
        if (found.isEmpty() && !whom.contains("@")) {
            List<UserFile> named = new ArrayList<>();
            directory.eachUser(user -> {
                if (user.name().equalsIgnoreCase(whom)) {
                    named.add(user);
                }
            });
            found = named;
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
