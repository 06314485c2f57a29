package se.handtag.ui.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.UserFile;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** People as a file: with a number they are changed, without one added. An empty cell leaves things as they are. */
@Component
class PeopleFile {
    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "email",
            "phoneNumber",
            "group",
            "company",
            "office",
            "department",
            "position",
            "accountGroup",
            "accountName");

    private final Directory directory;

    PeopleFile(Directory directory) {
        this.directory = directory;
    }

    void write(Writer out) throws IOException {
        GroupTree tree = directory.groups();
        try (var printer = Csv.printer(out, COLUMNS)) {
            directory.eachUser(user -> {
                try {
                    Csv.write(
                            printer,
                            Csv.row(
                                    user.id().toString(),
                                    user.name(),
                                    user.email(),
                                    user.phoneNumber(),
                                    group(tree, user.group()),
                                    user.company(),
                                    user.office(),
                                    user.department(),
                                    user.position(),
                                    user.accountGroup(),
                                    user.accountName()));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** A path, or the number when another group has the same or a name holds what splits a path. */
    static @Nullable String group(GroupTree tree, @Nullable GroupId id) {
        if (id == null) {
            return null;
        }
        List<String> path = tree.pathOf(id);
        boolean plain = !path.isEmpty()
                && path.stream().noneMatch(name -> name.contains("/") || name.contains("\\") || name.startsWith("#"))
                && tree.all().stream()
                                .filter(each -> tree.pathOf(each.id()).equals(path))
                                .count()
                        == 1;
        return plain ? String.join("/", path) : "#" + id;
    }

    /** @throws MdmException when the MDM does not answer */
    Plan plan(List<Csv.Line> lines) {
        List<Batch.Item> items = new ArrayList<>();
        List<Plan.Problem> problems = new ArrayList<>();
        Map<String, GroupId> groups = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> there = accounts(lines);
        int same = 0;
        for (Csv.Line line : lines) {
            try {
                Plan.checkCells(line);
                for (String mark : marks(line)) {
                    Plan.checkOnce(seen, mark);
                }
                checkNew(line, there);
                Batch.Item item = item(line, groups);
                if (item == null) {
                    same++;
                } else {
                    items.add(item);
                }
            } catch (Plan.Wrong wrong) {
                problems.add(wrong.at(line.number()));
            }
        }
        return new Plan(items, same, problems);
    }

    /** By what a line's person is known: two lines of one file with the same would be about one person. */
    private static List<String> marks(Csv.Line line) {
        String id = line.get("id");
        if (id != null) {
            return List.of("id " + id);
        }
        return marks(line.get("email"), line.get("accountGroup"), line.get("accountName"));
    }

    private static List<String> marks(
            @Nullable String email, @Nullable String accountGroup, @Nullable String accountName) {
        List<String> marks = new ArrayList<>();
        if (email != null) {
            marks.add(email);
        }
        if (accountName != null) {
            marks.add(accountGroup == null ? accountName : accountGroup + "\\" + accountName);
        }
        // An account may be named like the address.
        return marks.stream()
                .map(mark -> mark.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Addresses and accounts of all whom the MDM knows, in lower case; read when somebody is to be added. */
    private Set<String> accounts(List<Csv.Line> lines) {
        Set<String> there = new HashSet<>();
        if (lines.stream()
                .anyMatch(line -> line.get("id") == null && !marks(line).isEmpty())) {
            directory.eachUser(user ->
                    marks(user.email(), user.accountGroup(), user.accountName()).forEach(there::add));
        }
        return there;
    }

    /** Whoever takes a file in again must not add everybody once more. */
    private static void checkNew(Csv.Line line, Set<String> there) throws Plan.Wrong {
        if (line.get("id") == null) {
            for (String mark : marks(line)) {
                if (there.contains(mark)) {
                    throw new Plan.Wrong("directory.files.there", mark);
                }
            }
        }
    }

    private Batch.@Nullable Item item(Csv.Line line, Map<String, GroupId> groups) throws Plan.Wrong {
        String path = line.get("group");
        GroupId group = path == null ? null : group(path, groups);
        String id = line.get("id");
        return id == null ? added(line, group) : changed(line, user(id), group);
    }

    private static Batch.Item added(Csv.Line line, @Nullable GroupId group) throws Plan.Wrong {
        String name = line.get("name");
        if (name == null) {
            throw new Plan.Wrong("directory.files.no-name", "");
        }
        var user = new NewUser(
                name,
                line.get("email"),
                line.get("phoneNumber"),
                line.get("accountGroup"),
                line.get("accountName"),
                group,
                line.get("company"),
                line.get("office"),
                line.get("department"),
                line.get("position"));
        return new Batch.Item.Ask(name, "create-user", new Subject.Company(), new Action.CreateUser(user));
    }

    private static Batch.@Nullable Item changed(Csv.Line line, UserFile was, @Nullable GroupId group)
            throws Plan.Wrong {
        checkAccount(line.get("accountGroup"), was.accountGroup());
        checkAccount(line.get("accountName"), was.accountName());
        var change = new UserChange(
                other(line.get("name"), was.name()),
                other(line.get("email"), was.email()),
                other(line.get("phoneNumber"), was.phoneNumber()),
                Objects.equals(group, was.group()) ? null : group,
                other(line.get("company"), was.company()),
                other(line.get("office"), was.office()),
                other(line.get("department"), was.department()),
                other(line.get("position"), was.position()));
        return change.equals(new UserChange())
                ? null
                : new Batch.Item.Ask(
                        was.name(), "change-user", new Subject.OfUser(was.brief()), new Action.ChangeUser(change));
    }

    /** The MDM takes no other account for somebody who is there. */
    private static void checkAccount(@Nullable String wanted, @Nullable String was) throws Plan.Wrong {
        if (wanted != null && !wanted.equals(was)) {
            throw new Plan.Wrong("directory.files.account", wanted);
        }
    }

    private static @Nullable String other(@Nullable String now, @Nullable String was) {
        return Objects.equals(now, was) ? null : now;
    }

    private UserFile user(String id) throws Plan.Wrong {
        try {
            return directory
                    .user(new UserId(Integer.parseInt(id)))
                    .orElseThrow(() -> new Plan.Wrong("directory.files.no-person", id));
        } catch (NumberFormatException wrong) {
            throw new Plan.Wrong("directory.files.no-person", id);
        }
    }

    private GroupId group(String path, Map<String, GroupId> known) throws Plan.Wrong {
        GroupId before = known.get(path);
        if (before != null) {
            return before;
        }
        try {
            GroupId found = path.startsWith("#")
                    ? directory
                            .group(new GroupId(Integer.parseInt(path.substring(1))))
                            .orElseThrow(() -> new Plan.Wrong("directory.files.no-group", path))
                            .id()
                    : directory
                            .groupAt(path)
                            .orElseThrow(() -> new Plan.Wrong("directory.files.no-group", path))
                            .id();
            known.put(path, found);
            return found;
        } catch (MdmException.Ambiguous several) {
            throw new Plan.Wrong("directory.files.several-groups", path);
        } catch (NumberFormatException wrong) {
            throw new Plan.Wrong("directory.files.no-group", path);
        }
    }
}
