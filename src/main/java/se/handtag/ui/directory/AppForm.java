package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.catalogue.ShelfApp;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;

/** What the MDM wants to know about an app, to be filled in. The picture comes as a PNG file or as an address, not both. */
final class AppForm extends Div {
    private final TextField name;
    private final TextField company;
    private final TextField packageId;
    private final TextField version;
    private final TextField versionNumber;
    private final TextField size;
    private final TextField storeId;
    private final TextField imageUrl;
    private final TextArea description = new TextArea(getTranslation("directory.field.description"));
    private final Select<Platform> platform = new Select<>();
    private final Select<Store> store = new Select<>();
    private final Span pictureName = new Span();
    private @Nullable String picture;

    AppForm(@Nullable ShelfApp before) {
        addClassName("form");
        name = Fields.required("name", before == null ? null : before.name());
        company = Fields.required("company", before == null ? null : before.company());
        packageId = Fields.required("package", before == null ? null : before.packageId());
        version = Fields.required("version", before == null ? null : before.versionText());
        versionNumber = Fields.text("version-number", text(before == null ? null : before.versionNumber()));
        size = Fields.required("size", text(before == null ? null : before.size()));
        storeId = Fields.required("store-id", before == null ? null : before.storeId());
        storeId.setHelperText(getTranslation("directory.app.store-id.help"));
        imageUrl = Fields.text("image-url", before == null ? null : before.imageUrl());
        description.setMaxLength(Longest.DESCRIPTION.characters());
        description.setValue(before == null || before.description() == null ? "" : before.description());
        platform.setLabel(getTranslation("directory.field.system"));
        platform.setItems(Platform.IOS, Platform.ANDROID, Platform.MACOS, Platform.TVOS);
        platform.setItemLabelGenerator(FindTable::system);
        platform.setValue(before == null ? Platform.IOS : before.platform());
        store.setLabel(getTranslation("directory.field.store"));
        store.setItems(Store.APP_STORE, Store.PLAY, Store.IN_HOUSE);
        store.setItemLabelGenerator(each -> getTranslation("directory.store." + each.name()));
        store.setValue(before == null ? Store.APP_STORE : before.store());
        pictureName.getElement().setAttribute("aria-live", "polite");
        add(name, company, platform, store, packageId, storeId, version, versionNumber, size, description);
        add(new Div(new Span(getTranslation("directory.app.picture")), upload(), pictureName), imageUrl);
    }

    private Upload upload() {
        var upload = Uploads.of(
                Uploads.Kind.PICTURE,
                (file, bytes) -> {
                    picture = Base64.getEncoder().encodeToString(bytes);
                    pictureName.setText(getTranslation("directory.app.picture.taken", file));
                },
                pictureName::setText);
        upload.addFileRemovedListener(_ -> {
            picture = null;
            pictureName.setText("");
        });
        return upload;
    }

    /** Says at its field what should be a number and is none. @return whether there is nothing such */
    boolean hasNumbers() {
        boolean all = true;
        for (TextField field : List.of(versionNumber, size)) {
            boolean wrong = Fields.said(field) != null && number(field) == null;
            field.setErrorMessage(wrong ? getTranslation("directory.app.digits") : "");
            field.setInvalid(wrong);
            all &= !wrong;
        }
        return all;
    }

    NewApp app() {
        return new NewApp(
                Fields.said(name),
                description.getValue().isBlank() ? null : description.getValue().strip(),
                Fields.said(company),
                Fields.said(packageId),
                Fields.said(version),
                number(versionNumber),
                platform.getValue(),
                number(size),
                store.getValue(),
                Fields.said(storeId),
                picture,
                Fields.said(imageUrl));
    }

    private static @Nullable Long number(TextField field) {
        String text = Fields.said(field);
        try {
            return text == null ? null : Long.valueOf(text.replaceAll("\\s", ""));
        } catch (NumberFormatException wrong) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
