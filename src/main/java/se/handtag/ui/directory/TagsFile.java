package se.handtag.ui.directory;

import java.io.IOException;
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
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLink;
import se.handtag.devices.TagLinks;
import se.handtag.devices.UserFile;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** Which tag is put on what, as a file. A line puts a tag on, unless its column {@code do} says {@code take}. */
@Component
class TagsFile {
    static final List<String> COLUMNS = List.of("on", "which", "tag", "do");

    private final TagLinks links;
    private final Selection selection;
    private final Directory directory;

    TagsFile(TagLinks links, Selection selection, Directory directory) {
        this.links = links;
        this.selection = selection;
        this.directory = directory;
    }

    void write(Writer out) throws IOException {
        Map<TagId, String> names = new HashMap<>();
        links.tags().forEach(tag -> names.put(tag.id(), tag.name()));
        List<List<String>> rows = new ArrayList<>();
        for (TagLink.OnDevice link : links.allOnDevices()) {
            rows.add(Csv.row("device", link.device().toString(), name(names, link), ""));
        }
        Map<String, String> accounts = new HashMap<>();
        directory.eachUser(
                user -> accounts.put(user.id().toString(), Objects.requireNonNullElse(user.email(), "#" + user.id())));
        for (TagLink.OnUser link : links.allOnUsers()) {
            String user = link.user().toString();
            rows.add(Csv.row("user", accounts.getOrDefault(user, "#" + user), name(names, link), ""));
        }
        Csv.write(out, COLUMNS, rows);
    }

    private static String name(Map<TagId, String> names, TagLink link) {
        return names.getOrDefault(link.tag(), "#" + link.tag());
    }

    /** @throws MdmException when the MDM does not answer */
    Plan plan(List<Csv.Line> lines) {
        List<MdmTag> tags = links.tags();
        List<Batch.Item> items = new ArrayList<>();
        List<Plan.Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int same = 0;
        for (Csv.Line line : lines) {
            try {
                Plan.checkCells(line);
                Batch.Item.Ask item = item(line, tags);
                if (item == null || !seen.add(item.subject().key() + item.action())) {
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

    private Batch.Item.@Nullable Ask item(Csv.Line line, List<MdmTag> tags) throws Plan.Wrong {
        boolean take = take(line.get("do"));
        MdmTag tag = tag(line.get("tag"), tags);
        String which = line.get("which");
        if (which == null) {
            throw new Plan.Wrong("directory.files.no-which", "");
        }
        return switch (Objects.requireNonNullElse(line.get("on"), "").toLowerCase(Locale.ROOT)) {
            case "device" -> onDevice(device(which), tag, take);
            case "user" -> onUser(user(which), tag, take);
            default -> throw new Plan.Wrong("directory.files.no-on", Objects.requireNonNullElse(line.get("on"), ""));
        };
    }

    private Batch.Item.@Nullable Ask onDevice(FleetDevice device, MdmTag tag, boolean take) {
        boolean has = links.of(device.id()).stream().anyMatch(link -> link.tag().equals(tag.id()));
        Action action = take ? new Action.TakeTag(tag.id(), tag.name()) : new Action.PutTag(tag.id(), tag.name());
        return has == take
                ? new Batch.Item.Ask(device.label(), action.kind().key(), new Subject.OfDevice(device), action)
                : null;
    }

    private Batch.Item.@Nullable Ask onUser(UserFile user, MdmTag tag, boolean take) {
        boolean has = links.of(user.id()).stream().anyMatch(link -> link.tag().equals(tag.id()));
        Action action =
                take ? new Action.TakeUserTag(tag.id(), tag.name()) : new Action.PutUserTag(tag.id(), tag.name());
        return has == take
                ? new Batch.Item.Ask(user.name(), action.kind().key(), new Subject.OfUser(user.brief()), action)
                : null;
    }

    private static boolean take(@Nullable String word) throws Plan.Wrong {
        return switch (Objects.requireNonNullElse(word, "put").toLowerCase(Locale.ROOT)) {
            case "put" -> false;
            case "take" -> true;
            default -> throw new Plan.Wrong("directory.files.no-do", String.valueOf(word));
        };
    }

    private static MdmTag tag(@Nullable String name, List<MdmTag> tags) throws Plan.Wrong {
        String wanted = Objects.requireNonNullElse(name, "");
        List<MdmTag> fitting = tags.stream()
                .filter(tag -> tag.name().equalsIgnoreCase(wanted) || ("#" + tag.id()).equals(wanted))
                .toList();
        if (fitting.size() != 1) {
            throw new Plan.Wrong(fitting.isEmpty() ? "directory.files.no-tag" : "directory.files.several-tags", wanted);
        }
        return fitting.getFirst();
    }

    private FleetDevice device(String which) throws Plan.Wrong {
        List<FleetDevice> fitting = selection.device(which);
        if (fitting.size() != 1) {
            throw new Plan.Wrong("directory.files.no-device", which);
        }
        return fitting.getFirst();
    }

    private UserFile user(String which) throws Plan.Wrong {
        List<UserFile> fitting = selection.person(which);
        if (fitting.size() != 1) {
            throw new Plan.Wrong("directory.files.no-person", which);
        }
        return fitting.getFirst();
    }
}
