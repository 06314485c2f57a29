package se.handtag.ui.shell;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Texts that call the portal what the company calls it. */
final class BrandedMessages extends ResourceBundleMessageSource {
    private final String name;

    BrandedMessages(String name) {
        // A text with places to fill in takes an apostrophe or a brace for its own.
        this.name = name.replace("'", "’").replace("{", "(").replace("}", ")");
    }

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        String text = super.getStringOrNull(bundle, key);
        return text == null || name.equals(ShellSettings.OWN_NAME) ? text : text.replace(ShellSettings.OWN_NAME, name);
    }
}
