package se.handtag.ui.recovery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call, ready for a page.
 *
 * @param before what stands before the linked part
 * @param linked the telephone number or mail address; empty when there is none
 * @param link the address that calls or writes; null when there is none
 * @param after what stands after the linked part
 */
record HelpDesk(String before, String linked, @Nullable String link, String after) {
    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d[\\d -]{5,}\\d");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /** @return null when no contact is set */
    static @Nullable HelpDesk of(@Nullable String contact) {
        if (contact == null || contact.isBlank()) {
            return null;
        }
        String text = contact.strip();
        var telephone = TELEPHONE.matcher(text);
        if (telephone.find()) {
            String number = telephone.group();
            return split(text, number, "tel:" + number.replaceAll("[ -]", ""));
        }
        var mail = MAIL.matcher(text);
        return mail.find() ? split(text, mail.group(), "mailto:" + mail.group()) : new HelpDesk(text, "", null, "");
    }

    private static HelpDesk split(String text, String part, String link) {
        int start = text.indexOf(part);
        return new HelpDesk(text.substring(0, start), part, link, text.substring(start + part.length()));
    }
}
