package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.identity.Role;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.TagId;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/** Which tags people may ask for, and what they are told about them. */
@RolesAllowed(Role.IT_NAME)
@Route(value = "administration/configurations", layout = MainLayout.class)
class ConfigurationsView extends Div implements Titled {

    private final transient Configurations configurations;
    private final transient ConfigurationsDesk desk;
    private final transient TagLinks tagLinks;
    private final Div list = new Div();
    private List<Shown> shown = List.of();

    /** A configuration, and whether a change of it waits. */
    private record Shown(Configuration one, boolean waits) {}

    ConfigurationsView(Configurations configurations, ConfigurationsDesk desk, TagLinks tagLinks, LiveUpdates updates) {
        this.configurations = configurations;
        this.desk = desk;
        this.tagLinks = tagLinks;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.configurations.quiet")), list);
        show();
        updates.watch(this, this::refresh);
    }

    private List<Shown> now() {
        return configurations.all().stream()
                .map(one -> new Shown(one, desk.waits(one.tag())))
                .toList();
    }

    private void refresh() {
        if (!now().equals(shown)) {
            show();
        }
    }

    private void show() {
        shown = now();
        list.removeAll();
        Map<Integer, String> tags = tags();
        List<ActionRow> rows = new ArrayList<>();
        for (Shown each : shown) {
            Configuration one = each.one();
            tags.remove(one.tag().value());
            var edit = Buttons.plain(getTranslation("administration.configurations.edit"), () -> edit(one, one));
            edit.setAriaLabel(edit.getText() + ": " + one.name(getLocale()));
            rows.add(new ActionRow(Glyph.TAG, one.name(getLocale()), words(each)).button(edit));
        }
        list.add(new Card(getTranslation("administration.configurations.described"))
                .with(new ActionList(rows.toArray(ActionRow[]::new))));
        List<ActionRow> others = new ArrayList<>();
        tags.forEach((id, name) -> {
            var add = Buttons.plain(
                    getTranslation("administration.configurations.describe"),
                    () -> edit(blank(new TagId(id), name), null));
            add.setAriaLabel(add.getText() + ": " + name);
            others.add(new ActionRow(Glyph.TAG, name, "").button(add));
        });
        if (!others.isEmpty()) {
            list.add(new Card(getTranslation("administration.configurations.others"))
                    .quiet(getTranslation("administration.configurations.others.quiet"))
                    .with(new ActionList(others.toArray(ActionRow[]::new))));
        }
    }

    /** The MDM's tags by number, none while it is away. */
    private Map<Integer, String> tags() {
        Map<Integer, String> tags = new TreeMap<>();
        try {
            for (MdmTag tag : tagLinks.tags()) {
                tags.put(tag.id().value(), tag.name());
            }
        } catch (MdmException away) {
            return tags;
        }
        return tags;
    }

    private String words(Shown each) {
        Configuration one = each.one();
        String offered = getTranslation(
                one.offered() ? "administration.configurations.offered" : "administration.configurations.not-offered");
        String line = getTranslation("administration.configurations.line", one.tagName(), offered);
        return each.waits() ? line + " · " + getTranslation("administration.configurations.waits") : line;
    }

    private static Configuration blank(TagId tag, String name) {
        return new Configuration(
                tag,
                name,
                Configuration.Picture.OTHER,
                Configuration.Target.DEVICE,
                Set.of(),
                Approval.MANAGER,
                null,
                name,
                name,
                "",
                "",
                false);
    }

    private void edit(Configuration one, @Nullable Configuration known) {
        new ConfigurationDialog(one, known, configurations, desk, this::show).open();
    }

    @Override
    public String title() {
        return getTranslation("administration.configurations.title");
    }
}
