package se.handtag.identity;

/**
 * What a person may be in the portal beyond an employee, which everyone signed in is. Being a manager is no role: whoever
 * is named as somebody's approver decides that person's requests.
 */
public enum Role {
    EMPLOYEE,
    HELP_DESK,
    IT,
    AUDITOR;

    /** For {@code @RolesAllowed}. */
    public static final String HELP_DESK_NAME = "HELP_DESK";

    /** For {@code @RolesAllowed}. */
    public static final String IT_NAME = "IT";

    /** For {@code @RolesAllowed}. */
    public static final String AUDITOR_NAME = "AUDITOR";

    String authority() {
        return "ROLE_" + name();
    }
}
