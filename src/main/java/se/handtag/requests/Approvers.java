package se.handtag.requests;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.identity.Person;
import se.handtag.policy.ApproverKind;
import se.handtag.policy.Question;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds who is to say yes. Approvers set for groups are taken from the file {@code handtag.requests.approvers}, once:
 * what is in the database stays.
 */
@Component
class Approvers implements ApplicationRunner {
    private final JdbcClient database;
    private final @Nullable Resource file;

    Approvers(JdbcClient database, @Value("${handtag.requests.approvers:#{null}}") @Nullable Resource file) {
        this.database = database;
        this.file = file;
    }

    /**
     * The addresses of those who may decide, of whom one is enough; empty when it is for IT.
     *
     * <p>For one's own device: the manager whom the identity provider names, else the approvers of one's group or the
     * nearest above it. For another's: the approvers of the owner's group. Never the requester, never the owner.
     */
    Set<String> find(ApproverKind kind, Person requester, Question question) {
        if (kind == ApproverKind.IT) {
            return Set.of();
        }
        Set<String> concerned = new TreeSet<>(requester.addresses());
        var owner = question.owner();
        if (owner != null && owner.email() != null) {
            concerned.add(owner.email().toLowerCase(Locale.ROOT));
        }
        String manager = requester.manager();
        if (question.own() && manager != null && !concerned.contains(manager.toLowerCase(Locale.ROOT))) {
            return Set.of(manager.toLowerCase(Locale.ROOT));
        }
        List<String> groups = question.ownerGroups();
        for (int depth = groups.size(); depth > 0; depth--) {
            Set<String> found = of(String.join("/", groups.subList(0, depth)));
            found.removeAll(concerned);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private Set<String> of(String group) {
        return database
                .sql("select address from requests.approver where group_path = :group")
                .param("group", group)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (file == null) {
            return;
        }
        try (InputStream yaml = file.getInputStream()) {
            for (Entry entry : List.of(YAMLMapper.builder().build().readValue(yaml, Entry[].class))) {
                for (String address : entry.approvers()) {
                    database.sql("insert into requests.approver (group_path, address) values (:group, :address)"
                                    + " on conflict do nothing")
                            .param("group", entry.group())
                            .param("address", address.toLowerCase(Locale.ROOT))
                            .update();
                }
            }
        }
    }

    record Entry(String group, List<String> approvers) {}
}
