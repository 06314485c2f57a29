package se.handtag.requests;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditLog;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.policy.Question;
import se.handtag.policy.Stage;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds who is to say yes, and who comes next when they do not answer. Approvers set for groups are taken from the file
 * {@code handtag.requests.approvers}, once for each group: from then on they are what IT makes them ({@link GroupApprovers}).
 */
@Component
class Approvers implements ApplicationRunner {
    private final JdbcClient database;
    private final Persons persons;
    private final @Nullable Resource file;
    private final AuditLog log;

    Approvers(JdbcClient database, Persons persons, RequestSettings settings, AuditLog log) {
        this.database = database;
        this.persons = persons;
        this.file = settings.approvers();
        this.log = log;
    }

    /**
     * Who is asked at this stage, who next, and so on to IT at the end; whoever gets a device is asked alone. Nobody whom the
     * request concerns is among them.
     *
     * <p>The manager is the one whom the identity provider names for whoever has the device; next come the manager's own
     * manager as far as known, then the approvers of the groups, the nearest first.
     *
     * @param concerned the marks of the requester and of the owner
     */
    List<Candidates> line(Stage stage, Above above, Set<String> concerned) {
        List<Candidates> line = new ArrayList<>();
        switch (stage) {
            case Stage.Manager() -> {
                if (above.manager() != null) {
                    addWithNextUp(line, Set.of(above.manager()), concerned);
                }
                List<String> groups = above.groups();
                for (int depth = groups.size(); depth > 0; depth--) {
                    add(line, of(String.join("/", groups.subList(0, depth))), concerned);
                }
            }
            case Stage.Named(var address) -> addWithNextUp(line, Set.of(address), concerned);
            case Stage.Receiver(var address) -> {
                add(line, Set.of(address), concerned);
                return line;
            }
            case Stage.AnyOf(var group, int _) -> {
                if (!Stage.IT_GROUP.equals(group)) {
                    add(line, of(group), concerned);
                }
            }
        }
        line.add(Candidates.IT);
        return line;
    }

    /** Who is above whoever has what is asked about. */
    Above above(Person requester, Question question) {
        String manager = question.own() ? requester.manager() : managerOf(question.owner());
        return new Above(manager == null ? null : manager.toLowerCase(Locale.ROOT), question.ownerGroups());
    }

    @Nullable
    String managerOf(@Nullable MdmUser user) {
        return user == null || user.email() == null
                ? null
                : persons.managerOf(user.email()).orElse(null);
    }

    private void addWithNextUp(List<Candidates> line, Set<String> first, Set<String> concerned) {
        add(line, first, concerned);
        Set<String> next = new TreeSet<>();
        first.forEach(address -> persons.managerOf(address).ifPresent(next::add));
        next.removeAll(first);
        add(line, next, concerned);
    }

    private static void add(List<Candidates> line, Set<String> addresses, Set<String> concerned) {
        Set<String> left = new TreeSet<>(addresses);
        left.removeIf(address -> concerned.contains(Humans.address(address)));
        if (!left.isEmpty()) {
            line.add(new Candidates(left, false));
        }
    }

    private Set<String> of(String group) {
        return new TreeSet<>(database.sql("select address from requests.approver where group_path = :group")
                .param("group", group)
                .query(String.class)
                .list());
    }

    /** Whether somebody of these addresses approves for one of these groups. */
    boolean approveFor(Set<String> addresses, List<String> groups) {
        for (int depth = groups.size(); depth > 0; depth--) {
            if (of(String.join("/", groups.subList(0, depth))).stream().anyMatch(addresses::contains)) {
                return true;
            }
        }
        return false;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (file == null) {
            return;
        }
        try (InputStream yaml = file.getInputStream()) {
            for (Entry entry : List.of(YAMLMapper.builder().build().readValue(yaml, Entry[].class))) {
                if (!isFirst(entry.group())) {
                    continue;
                }
                for (String address : entry.approvers()) {
                    database.sql("insert into requests.approver (group_path, address) values (:group, :address)"
                                    + " on conflict do nothing")
                            .param("group", entry.group())
                            .param("address", address.strip().toLowerCase(Locale.ROOT))
                            .update();
                }
                log.append(GroupApprovers.about(GroupApprovers.label(entry.group()))
                        .outcome("imported")
                        .fact("after", GroupApprovers.values(entry.approvers()).toString()));
            }
        }
    }

    private boolean isFirst(String group) {
        return database.sql("insert into requests.approver_group (path) values (:group) on conflict do nothing")
                        .param("group", group)
                        .update()
                == 1;
    }

    record Entry(String group, List<String> approvers) {}
}
