package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import se.handtag.identity.Role;

/**
 * Where an operation of the API is used.
 *
 * @param operation the row of the contract, such as {@code G4}
 * @param role whose role uses it there
 * @param screen the screen's address
 * @param id what stands in the address for {@code :id}
 * @param doing what they do there
 */
record Use(String operation, Role role, String screen, Function<Screens, Object> id, Doing doing) {

    /** What somebody does on a screen that is open: reads it, presses, fills in what it asks for, and confirms. */
    interface Doing {
        void at(Screens screens);
    }

    static Use it(String operation, String screen, Doing doing) {
        return itOn(operation, screen, "", doing);
    }

    static Use itOn(String operation, String screen, Object id, Doing doing) {
        return new Use(operation, Role.IT, screen, _ -> id, doing);
    }

    static Use owner(String operation, String screen, Object id, Doing doing) {
        return new Use(operation, Role.EMPLOYEE, screen, _ -> id, doing);
    }

    /** The screen reads it by itself, and shows that. */
    static Doing reads(String shown) {
        return at -> assertThat(at.page()).contains(shown);
    }

    /** The screen reads it by itself, and shows that in its table. */
    static Doing lists(String shown) {
        return at -> assertThat(at.rows()).anyMatch(row -> row.startsWith(shown));
    }

    /** Opens the screen as somebody with the role. */
    void open(Screens at) {
        at.open(who(), screen.replace(":id", id.apply(at).toString()));
    }

    String who() {
        return switch (role) {
            case EMPLOYEE -> "anna";
            case HELP_DESK -> "maja";
            case IT -> "sara";
            case AUDITOR -> "per-olof";
        };
    }

    @Override
    public String toString() {
        return operation + " by " + role + " on /" + screen;
    }
}
