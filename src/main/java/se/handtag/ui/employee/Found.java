package se.handtag.ui.employee;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import se.handtag.catalogue.CatalogueApp;

/** Finds apps by any word of their name, maker or description, as people type: without case or accents. */
final class Found {
    private Found() {}

    static List<CatalogueApp> in(List<CatalogueApp> apps, String text) {
        String[] wanted = plain(text).split("\\s+");
        return apps.stream().filter(app -> holds(app, wanted)).toList();
    }

    private static boolean holds(CatalogueApp app, String[] wanted) {
        String whole = plain(app.name() + " " + app.company() + " " + app.describe(Locale.ENGLISH) + " "
                + app.describe(Locale.of("sv")));
        for (String word : wanted) {
            if (!whole.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
