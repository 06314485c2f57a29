package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to change on a user. Parts left out stay as they are. Source: U4.
 *
 * @param groupId another group moves the user and the user's devices
 */
public record UserChange(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable GroupId groupId,
        @Nullable String company,
        @Nullable String office,
        @Nullable String department,
        @Nullable String position) {

    /** With no part yet. */
    public UserChange() {
        this(null, null, null, null, null, null, null, null);
    }

    /** The same with this name. */
    public UserChange name(String name) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this email. */
    public UserChange email(String email) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this phone number. */
    public UserChange phoneNumber(String phoneNumber) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this group. */
    public UserChange groupId(GroupId groupId) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this company. */
    public UserChange company(String company) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this office. */
    public UserChange office(String office) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this department. */
    public UserChange department(String department) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }

    /** The same with this position. */
    public UserChange position(String position) {
        return new UserChange(name, email, phoneNumber, groupId, company, office, department, position);
    }
}
