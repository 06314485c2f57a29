package se.handtag.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;
import se.handtag.ui.kit.Glyph;

/** Whom to turn to, on every page. */
final class SiteFooter extends Footer {
    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d[\\d -]{5,}\\d");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    SiteFooter(ShellSettings settings) {
        addClassName("site-footer");
        var contact = settings.helpDesk();
        if (contact != null && !contact.isBlank()) {
            var line = new Span(getTranslation("shell.help-desk") + " ");
            addWithLink(line, contact.strip());
            add(new Paragraph(Glyph.PHONE_CALL.picture(), line));
        }
        add(new Paragraph(new Anchor(AccessibilityPage.ADDRESS, getTranslation("shell.accessibility.title"))));
    }

    /** A telephone number or a mail address in the text becomes a link. */
    private static void addWithLink(Span line, String contact) {
        var telephone = TELEPHONE.matcher(contact);
        var mail = MAIL.matcher(contact);
        if (telephone.find()) {
            var number = telephone.group();
            linked(line, contact, number, "tel:" + number.replaceAll("[ -]", ""));
        } else if (mail.find()) {
            linked(line, contact, mail.group(), "mailto:" + mail.group());
        } else {
            line.add(new Text(contact));
        }
    }

    private static void linked(Span line, String contact, String part, String address) {
        var start = contact.indexOf(part);
        line.add(contact.substring(0, start));
        line.add(new Anchor(address, part));
        line.add(contact.substring(start + part.length()));
    }
}
