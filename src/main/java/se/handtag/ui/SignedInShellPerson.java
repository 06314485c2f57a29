package se.handtag.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;
import se.handtag.identity.SignedIn;
import se.handtag.ui.shell.ShellPerson;

/** The signed-in person, as the frame shows them. */
@Component
class SignedInShellPerson implements ShellPerson {
    private final SignedIn signedIn;
    private final AuthenticationContext authentication;

    SignedInShellPerson(SignedIn signedIn, AuthenticationContext authentication) {
        this.signedIn = signedIn;
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
    public void signOut() {
        authentication.logout();
    }
}
