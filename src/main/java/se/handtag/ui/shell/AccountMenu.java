package se.handtag.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.handtag.ui.kit.Connection;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Languages;

/** Who is signed in, the choice of language, where else they are signed in, and the way out; opened by a button at the header's end. */
final class AccountMenu extends Div {
    private final Div places = new Div();
    private List<NavigationItem> shown = List.of();

    AccountMenu(@Nullable ShellPerson person) {
        addClassName("account");
        var name = person == null ? null : person.name();
        var menu = new Div();
        menu.setId("account-menu");
        menu.addClassName("sheet");
        menu.getElement().setAttribute("popover", "auto");
        if (person != null && name != null) {
            menu.add(who(name, person.detail()));
        }
        places.addClassName("places");
        menu.add(places, languages());
        if (person != null && name != null) {
            menu.add(sessions());
            menu.add(Connection.leaves(
                    entry(Glyph.SIGN_OUT, getTranslation("shell.sign-out"), person::signOut),
                    getTranslation("shell.sign-out.offline")));
        }
        add(opener(name), menu);
    }

    /** What of the places about the person is there for them now. */
    void show(List<NavigationItem> items) {
        if (!items.equals(shown)) {
            shown = items;
            places.removeAll();
            items.forEach(item -> places.add(new NavigationLink(item)));
        }
        places.getChildren().forEach(place -> ((NavigationLink) place).show(""));
    }

    private NativeButton opener(@Nullable String name) {
        var button = new NativeButton();
        button.addClassName("opener");
        if (name == null) {
            button.add(Glyph.LANGUAGE.picture());
            button.setAriaLabel(getTranslation("shell.language"));
        } else {
            var words = new Span(name);
            words.addClassName("account-name");
            button.add(Glyph.PERSON.picture(), words);
            button.setAriaLabel(getTranslation("shell.account", name));
        }
        button.getElement().setAttribute("popovertarget", "account-menu").setAttribute("type", "button");
        return button;
    }

    private static Div who(String name, @Nullable String detail) {
        var strong = new Paragraph(name);
        strong.addClassName("strong");
        var who = new Div(strong);
        who.addClassName("who");
        if (detail != null) {
            var line = new Paragraph(detail);
            line.addClassName("quiet");
            who.add(line);
        }
        return who;
    }

    private Div languages() {
        var choice = new Div();
        choice.addClassName("languages");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("shell.language"));
        for (var locale : Languages.ALL) {
            // Each language in its own name, so that whoever landed in the wrong one finds the way out.
            var own = locale.getDisplayLanguage(locale);
            var button = new NativeButton(capital(own, locale));
            button.getElement().addEventListener("click", _ -> choose(locale));
            button.getElement()
                    .setAttribute("type", "button")
                    .setAttribute("lang", locale.getLanguage())
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(
                                    locale.getLanguage().equals(getLocale().getLanguage())));
            choice.add(button);
        }
        return choice;
    }

    private static String capital(String word, Locale locale) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }

    private static void choose(Locale locale) {
        LanguageCookie.remember(locale);
        var session = VaadinSession.getCurrent();
        if (session != null) {
            session.setLocale(locale);
        }
        UI.getCurrent().getPage().reload();
    }

    private Anchor sessions() {
        var link = new Anchor("sessions");
        link.add(Glyph.DEVICE.picture(), new Text(getTranslation("shell.sessions")));
        link.addClassName("place");
        return link;
    }

    private static NativeButton entry(Glyph glyph, String text, Runnable pressed) {
        var button = new NativeButton();
        // Not the component's listener, which is told of much more: see the buttons of the kit.
        button.getElement().addEventListener("click", _ -> pressed.run());
        button.add(glyph.picture(), new Text(text));
        button.addClassName("place");
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
