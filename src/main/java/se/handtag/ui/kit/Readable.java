package se.handtag.ui.kit;

import com.vaadin.flow.i18n.I18NProvider;
import se.handtag.Erased;

/** Names and texts that were kept, as people read them: of what was erased it says so. */
public final class Readable {
    private Readable() {}

    public static String of(String kept) {
        return Erased.isIn(kept)
                ? Erased.read(
                        kept, I18NProvider.translate("kit.erased.name"), I18NProvider.translate("kit.erased.text"))
                : kept;
    }
}
