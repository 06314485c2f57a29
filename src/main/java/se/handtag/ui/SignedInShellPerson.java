package se.handtag.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.Contacts;
import se.handtag.identity.Person;
import se.handtag.identity.SignedIn;
import se.handtag.ui.shell.ShellPerson;

/** The signed-in person, as the frame shows them. */
@Component
class SignedInShellPerson implements ShellPerson {
    private final SignedIn signedIn;
    private final AuthenticationContext authentication;
    private final Contacts contacts;

    SignedInShellPerson(SignedIn signedIn, AuthenticationContext authentication, Contacts contacts) {
        this.signedIn = signedIn;
        this.contacts = contacts;
        this.authentication = authentication;
    }

    @Override
    public @Nullable String name() {
        return signedIn.find().map(Person::name).orElse(null);
    }

    @Override
    public @Nullable String detail() {
        return signedIn.find().map(person -> person.directory().email()).orElse(null);
    }

    @Override
    public void reads(Locale language) {
        signedIn.find().ifPresent(person -> contacts.speaks(person.id(), language));
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
