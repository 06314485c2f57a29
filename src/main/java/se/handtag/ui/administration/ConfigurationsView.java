package se.handtag.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.handtag.Longest;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.identity.Role;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;
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
            var edit = Buttons.plain(getTranslation("administration.configurations.edit"), () -> edit(one));
            edit.setAriaLabel(edit.getText() + ": " + one.name(getLocale()));
            rows.add(new ActionRow(Glyph.TAG, one.name(getLocale()), words(each)).button(edit));
        }
        list.add(new Card(getTranslation("administration.configurations.described"))
                .with(new ActionList(rows.toArray(ActionRow[]::new))));
        List<ActionRow> others = new ArrayList<>();
        tags.forEach((id, name) -> {
            var add = Buttons.plain(
                    getTranslation("administration.configurations.describe"), () -> edit(blank(new TagId(id), name)));
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

    private void edit(Configuration one) {
        var english = name("administration.configurations.name.en", one.englishName());
        var swedish = name("administration.configurations.name.sv", one.swedishName());
        var aboutEnglish = text("administration.configurations.about.en", one.english());
        var aboutSwedish = text("administration.configurations.about.sv", one.swedish());
        var picture = choice("picture", Configuration.Picture.values(), one.picture());
        var target = choice("target", Configuration.Target.values(), one.target());
        var approval = choice("approval", Approval.values(), one.approval());
        var platforms = new CheckboxGroup<Platform>(getTranslation("administration.configurations.platforms"));
        platforms.setItems(Platform.IOS, Platform.ANDROID, Platform.MACOS, Platform.TVOS);
        platforms.setItemLabelGenerator(platform -> getTranslation("employee.platform." + platform.name()));
        platforms.setHelperText(getTranslation("administration.configurations.platforms.none"));
        platforms.setValue(one.platforms());
        var days = new IntegerField(getTranslation("administration.configurations.days"));
        days.setHelperText(getTranslation("administration.configurations.days.none"));
        days.setMin(1);
        days.setMax(365);
        days.setValue(one.longestDays());
        var offered = new Checkbox(getTranslation("administration.configurations.offer"), one.offered());
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("administration.configurations.of", one.tagName()));
        dialog.add(Rows.form(
                english, swedish, aboutEnglish, aboutSwedish, picture, target, platforms, approval, days, offered));
        dialog.getFooter()
                .add(
                        Buttons.plain(getTranslation("kit.cancel"), dialog::close),
                        Buttons.primary(getTranslation("administration.configurations.save"), () -> {
                            if (english.isEmpty() || swedish.isEmpty() || days.isInvalid()) {
                                english.setInvalid(english.isEmpty());
                                swedish.setInvalid(swedish.isEmpty());
                                return;
                            }
                            var outcome = desk.save(new Configuration(
                                    one.tag(),
                                    one.tagName(),
                                    picture.getValue(),
                                    target.getValue(),
                                    platforms.getValue(),
                                    approval.getValue(),
                                    days.getValue(),
                                    english.getValue().strip(),
                                    swedish.getValue().strip(),
                                    aboutEnglish.getValue().strip(),
                                    aboutSwedish.getValue().strip(),
                                    offered.getValue()));
                            dialog.close();
                            Toast.done(getTranslation("administration.configurations." + outcome.name()));
                            show();
                        }));
        dialog.open();
    }

    private TextField name(String key, String value) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(Longest.LABEL.characters());
        field.setRequiredIndicatorVisible(true);
        field.setErrorMessage(getTranslation("administration.configurations.name.missing"));
        field.setValue(value);
        return field;
    }

    private TextArea text(String key, String value) {
        var field = new TextArea(getTranslation(key));
        field.setMaxLength(Longest.TEXT.characters());
        field.setValue(value);
        return field;
    }

    private <T extends Enum<T>> Select<T> choice(String name, T[] all, T value) {
        var select = new Select<T>();
        select.setLabel(getTranslation("administration.configurations." + name));
        select.setItems(all);
        select.setItemLabelGenerator(one -> getTranslation("administration.configurations." + name + "." + one.name()));
        select.setValue(value);
        return select;
    }

    @Override
    public String title() {
        return getTranslation("administration.configurations.title");
    }
}
