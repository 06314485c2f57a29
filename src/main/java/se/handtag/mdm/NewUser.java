package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * A user to add. Source: U5.
 *
 * @param accountGroup the domain, when the user comes from a directory
 * @param accountName the account within that domain
 */
public record NewUser(
        String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String accountGroup,
        @Nullable String accountName,
        @Nullable GroupId groupId,
        @Nullable String company,
        @Nullable String office,
        @Nullable String department,
        @Nullable String position) {

    /** With what is required alone. */
    public NewUser(String name) {
        this(name, null, null, null, null, null, null, null, null, null);
    }

    /** The same with this email. */
    public NewUser email(String email) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this phone number. */
    public NewUser phoneNumber(String phoneNumber) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this account group. */
    public NewUser accountGroup(String accountGroup) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this account name. */
    public NewUser accountName(String accountName) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this group. */
    public NewUser groupId(GroupId groupId) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this company. */
    public NewUser company(String company) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this office. */
    public NewUser office(String office) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this department. */
    public NewUser department(String department) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }

    /** The same with this position. */
    public NewUser position(String position) {
        return new NewUser(
                name, email, phoneNumber, accountGroup, accountName, groupId, company, office, department, position);
    }
}
