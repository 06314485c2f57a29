package se.handtag.ui.shell;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.handtag.Erased;

/** Texts that call the portal what the company calls it. */
final class BrandedMessages extends ResourceBundleMessageSource {
    private final String name;

    BrandedMessages(String name) {
        // A text with places to fill in takes an apostrophe or a brace for its own.
        this.name = name.replace("'", "’").replace("{", "(").replace("}", ")");
    }

    /** What was erased is called something, wherever a name or a text is filled in. */
    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] filled, @Nullable Locale locale) {
        String text = super.getMessageInternal(code, filled, locale);
        return text != null && Erased.isIn(text)
                ? Erased.read(text, said("kit.erased.name", locale), said("kit.erased.text", locale))
                : text;
    }

    private String said(String key, @Nullable Locale locale) {
        return Objects.requireNonNull(super.getMessageInternal(key, null, locale), key);
    }

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        String text = super.getStringOrNull(bundle, key);
        return text == null || name.equals(ShellSettings.OWN_NAME) ? text : text.replace(ShellSettings.OWN_NAME, name);
    }
}
