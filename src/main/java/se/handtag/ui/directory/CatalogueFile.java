package se.handtag.ui.directory;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Offer;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmGroup;
import se.handtag.mdm.GroupId;

/** What the catalogue offers, as a file. A line says all about an app; an empty cell means nothing, not "as before". */
@Component
class CatalogueFile {
    static final List<String> COLUMNS = List.of(
            "packageId", "platform", "store", "name", "offered", "onlyGroup", "approval", "vpp", "english", "swedish");
    /** All but the name: as an empty cell takes away, a column that was left out must not. */
    static final List<String> NEEDED =
            COLUMNS.stream().filter(Predicate.not(Predicate.isEqual("name"))).toList();

    private final Shelf shelf;
    private final Directory directory;

    CatalogueFile(Shelf shelf, Directory directory) {
        this.shelf = shelf;
        this.directory = directory;
    }

    void write(Writer out) throws IOException {
        GroupTree tree = directory.groups();
        List<List<String>> rows = new ArrayList<>();
        for (ShelfApp app : shelf.all()) {
            if (app.packageId() != null) {
                Offer offer = shelf.offer(app);
                rows.add(Csv.row(
                        app.packageId(),
                        app.platform().name(),
                        app.store().name(),
                        app.name(),
                        offer.offered() ? "yes" : "no",
                        PeopleFile.group(tree, offer.onlyGroup()),
                        offer.approval().name(),
                        offer.vpp() ? "yes" : "no",
                        offer.english(),
                        offer.swedish()));
            }
        }
        Csv.write(out, COLUMNS, rows);
    }

    /** @throws se.handtag.mdm.MdmException when the MDM does not answer */
    Plan plan(List<Csv.Line> lines) {
        List<ShelfApp> apps = shelf.all();
        GroupTree tree = directory.groups();
        List<Batch.Item> items = new ArrayList<>();
        List<Plan.Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int same = 0;
        for (Csv.Line line : lines) {
            try {
                Plan.checkCells(line);
                ShelfApp app = app(line, apps);
                Plan.checkOnce(seen, app.packageId() + " " + app.platform() + " " + app.store());
                Offer offer = offer(line, tree);
                if (offer.equals(shelf.offer(app))) {
                    same++;
                } else {
                    items.add(new Batch.Item.Decide(
                            app.name(),
                            "change-catalogue",
                            new Offers.Key(
                                    Objects.requireNonNull(app.packageId()), app.platform(), app.store(), app.name()),
                            offer));
                }
            } catch (Plan.Wrong wrong) {
                problems.add(wrong.at(line.number()));
            }
        }
        return new Plan(items, same, problems);
    }

    private static ShelfApp app(Csv.Line line, List<ShelfApp> apps) throws Plan.Wrong {
        return apps.stream()
                .filter(app -> Objects.equals(app.packageId(), line.get("packageId"))
                        && app.platform().name().equalsIgnoreCase(line.get("platform"))
                        && app.store().name().equalsIgnoreCase(line.get("store")))
                .findFirst()
                .orElseThrow(() -> new Plan.Wrong("directory.files.no-app", text(line.get("packageId"))));
    }

    private static Offer offer(Csv.Line line, GroupTree tree) throws Plan.Wrong {
        return new Offer(
                yes(line, "offered"),
                group(line.get("onlyGroup"), tree),
                approval(line.get("approval")),
                yes(line, "vpp"),
                line.get("english"),
                line.get("swedish"));
    }

    private static boolean yes(Csv.Line line, String column) throws Plan.Wrong {
        return switch (text(line.get(column)).toLowerCase(Locale.ROOT)) {
            case "yes", "ja", "true" -> true;
            case "no", "nej", "false", "" -> false;
            default -> throw new Plan.Wrong("directory.files.no-yes", text(line.get(column)));
        };
    }

    private static Approval approval(@Nullable String word) throws Plan.Wrong {
        try {
            return Approval.valueOf(text(word).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new Plan.Wrong("directory.files.no-approval", text(word));
        }
    }

    private static @Nullable GroupId group(@Nullable String path, GroupTree tree) throws Plan.Wrong {
        if (path == null) {
            return null;
        }
        List<MdmGroup> fitting = tree.all().stream()
                .filter(group -> path.equals("#" + group.id())
                        || String.join("/", tree.pathOf(group.id())).equalsIgnoreCase(path))
                .toList();
        if (fitting.size() != 1) {
            throw new Plan.Wrong(
                    fitting.isEmpty() ? "directory.files.no-group" : "directory.files.several-groups", path);
        }
        return fitting.getFirst().id();
    }

    private static String text(@Nullable String word) {
        return word == null ? "" : word;
    }
}
