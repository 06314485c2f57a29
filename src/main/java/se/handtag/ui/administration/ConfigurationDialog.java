package se.handtag.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.mdm.Platform;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;

/** What people read about a tag, to be changed; what somebody else has changed meanwhile is replaced by nobody who has not been told. */
final class ConfigurationDialog extends Dialog {
    private final transient Configurations configurations;
    private final transient ConfigurationsDesk desk;
    private final transient Runnable saved;
    private final transient Configuration opened;
    private final Div meanwhile = new Div();
    private final TextField english = name("en");
    private final TextField swedish = name("sv");
    private final TextArea aboutEnglish = text("en");
    private final TextArea aboutSwedish = text("sv");
    private final Select<Configuration.Picture> picture = choice("picture", Configuration.Picture.values());
    private final Select<Configuration.Target> target = choice("target", Configuration.Target.values());
    private final Select<Approval> approval = choice("approval", Approval.values());
    private final CheckboxGroup<Platform> platforms = new CheckboxGroup<>(t("platforms"));
    private final IntegerField days = new IntegerField(t("days"));
    private final Checkbox offered = new Checkbox(t("offer"));
    private transient @Nullable Configuration seen;

    /**
     * @param one what to begin with
     * @param known what is kept, as the person has seen it; null for nothing
     * @param saved told when something was saved or proposed
     */
    ConfigurationDialog(
            Configuration one,
            @Nullable Configuration known,
            Configurations configurations,
            ConfigurationsDesk desk,
            Runnable saved) {
        this.configurations = configurations;
        this.desk = desk;
        this.saved = saved;
        opened = one;
        seen = known;
        platforms.setItems(Platform.IOS, Platform.ANDROID, Platform.MACOS, Platform.TVOS);
        platforms.setItemLabelGenerator(platform -> getTranslation("employee.platform." + platform.name()));
        platforms.setHelperText(t("platforms.none"));
        days.setHelperText(t("days.none"));
        days.setMin(1);
        days.setMax(365);
        fill(one);
        setHeaderTitle(t("of", one.tagName()));
        add(
                meanwhile,
                Rows.form(
                        english,
                        swedish,
                        aboutEnglish,
                        aboutSwedish,
                        picture,
                        target,
                        platforms,
                        approval,
                        days,
                        offered));
        getFooter()
                .add(Buttons.plain(getTranslation("kit.cancel"), this::close), Buttons.primary(t("save"), this::save));
    }

    private void fill(Configuration one) {
        english.setValue(one.englishName());
        swedish.setValue(one.swedishName());
        aboutEnglish.setValue(one.english());
        aboutSwedish.setValue(one.swedish());
        picture.setValue(one.picture());
        target.setValue(one.target());
        approval.setValue(one.approval());
        platforms.setValue(one.platforms());
        days.setValue(one.longestDays());
        offered.setValue(one.offered());
    }

    private Configuration written() {
        return new Configuration(
                opened.tag(),
                opened.tagName(),
                picture.getValue(),
                target.getValue(),
                platforms.getValue(),
                approval.getValue(),
                days.getValue(),
                english.getValue().strip(),
                swedish.getValue().strip(),
                aboutEnglish.getValue().strip(),
                aboutSwedish.getValue().strip(),
                offered.getValue());
    }

    private void save() {
        if (english.isEmpty() || swedish.isEmpty() || days.isInvalid()) {
            english.setInvalid(english.isEmpty());
            swedish.setInvalid(swedish.isEmpty());
            return;
        }
        Configuration now = configurations.find(opened.tag()).orElse(null);
        if (now != null && !now.equals(seen)) {
            seen = now;
            tell(now);
            return;
        }
        var outcome = desk.save(written());
        close();
        Toast.done(t(outcome.name()));
        saved.run();
    }

    private void tell(Configuration theirs) {
        meanwhile.removeAll();
        meanwhile.add(Notice.warn(getTranslation("directory.offer.meanwhile"), t("meanwhile"))
                .with(Buttons.plain(getTranslation("directory.offer.meanwhile.show"), () -> {
                    fill(theirs);
                    meanwhile.removeAll();
                })));
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.configurations." + key, arguments);
    }

    private TextField name(String language) {
        var field = new TextField(t("name." + language));
        field.setMaxLength(Longest.LABEL.characters());
        field.setRequiredIndicatorVisible(true);
        field.setErrorMessage(t("name.missing"));
        return field;
    }

    private TextArea text(String language) {
        var field = new TextArea(t("about." + language));
        field.setMaxLength(Longest.TEXT.characters());
        return field;
    }

    private <T extends Enum<T>> Select<T> choice(String name, T[] all) {
        var select = new Select<T>();
        select.setLabel(t(name));
        select.setItems(all);
        select.setItemLabelGenerator(one -> t(name + "." + one.name()));
        return select;
    }
}
