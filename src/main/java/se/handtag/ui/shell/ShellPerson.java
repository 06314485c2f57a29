package se.handtag.ui.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is at the screen, as far as the frame needs to know. One bean, asked anew for each page. */
public interface ShellPerson {
    /** The name to show; null when nobody is signed in. */
    @Nullable
    String name();

    /** A second line that tells accounts apart, such as the mail address; null for none. */
    default @Nullable String detail() {
        return null;
    }

    /** They read the portal in this language now. */
    default void reads(Locale language) {}

    /** Signs out here and at the identity provider; called when the person presses "Sign out". */
    void signOut();
}
