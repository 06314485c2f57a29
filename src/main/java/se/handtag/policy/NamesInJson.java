package se.handtag.policy;

import java.util.List;

/**
 * SQL that clears names from subjects and actions as {@link SubjectJson} and {@link ActionJson} write them: nothing that these
 * could not read afterwards.
 */
public final class NamesInJson {
    private static final String NEW_PERSON =
            "'{email,phoneNumber,accountGroup,accountName,company,office,department,position}'::text[]";

    /** Whether a row is about one of {@code :users}, by what it was done to or whose device that was. */
    public static final String ABOUT_THEM =
            "(subject = any(:keys)" + " or (snapshot #>> '{device,owner,value}')::integer = any(:users))";

    /** Which subjects hold the name of {@code :users}, or of their devices. */
    public static final String SUBJECT_NAMES_THEM = "(subject = any(:keys) and snapshot #>> '{user,name}' <> :name"
            + " or (snapshot #>> '{device,owner,value}')::integer = any(:users)"
            + " and snapshot #>> '{device,name}' is not null)";

    /** The subject without them. */
    public static final String SUBJECT = subject(ABOUT_THEM);

    /** Which actions hold what {@code :persons} wrote, or the name of {@code :users}. */
    public static final String ACTION_NAMES_THEM = "(by_id = any(:persons) and " + isWritten() + " or "
            + "action = 'HAND_OVER' and (payload ->> 'id')::integer = any(:users) and payload ->> 'name' <> :name or "
            + "action = 'CHANGE_USER' and subject = any(:keys) and " + isPerson() + ")";

    /** The action without it. */
    public static final String ACTION = action(
            "by_id = any(:persons)",
            "(payload ->> 'id')::integer = any(:users)",
            "(subject = any(:keys) or payload::text ~* :jsonWords)");

    /** Which subjects and actions name anybody. */
    public static final List<String> NAME_ANYBODY = List.of(
            "snapshot #>> '{user,name}' <> :name",
            "snapshot #>> '{device,owner,value}' is not null and snapshot #>> '{device,name}' is not null",
            isWritten(),
            "action = 'HAND_OVER' and payload ->> 'name' <> :name",
            isPerson());

    /** The subject without anybody. */
    public static final String NOBODYS_SUBJECT = subject("true");

    /** The action without anybody. */
    public static final String NOBODYS_ACTION = action("true", "true", "true");

    private NamesInJson() {}

    private static String subject(String whose) {
        return "case when " + whose + " and snapshot -> 'user' is not null then"
                + " snapshot || jsonb_build_object('user', (snapshot -> 'user')"
                + " || jsonb_build_object('name', :name::text, 'email', null, 'department', null))"
                + " when " + whose + " and snapshot #>> '{device,owner,value}' is not null then"
                + " jsonb_set(snapshot, '{device,name}', 'null') else snapshot end";
    }

    private static String action(String writer, String receiver, String person) {
        return "case when action = 'MESSAGE' and " + writer
                + " then jsonb_set(payload, '{text}', to_jsonb(:text::text))"
                + " when action = 'HAND_OVER' and " + receiver
                + " then jsonb_set(payload, '{name}', to_jsonb(:name::text))"
                + " when action in ('CREATE_USER', 'CHANGE_USER') and " + person
                + " then case when payload ->> 'name' is null then payload - " + NEW_PERSON
                + " else jsonb_set(payload - " + NEW_PERSON + ", '{name}', to_jsonb(:name::text)) end"
                + " else payload end";
    }

    private static String isWritten() {
        return "action = 'MESSAGE' and payload ->> 'text' <> :text";
    }

    private static String isPerson() {
        return "action in ('CREATE_USER', 'CHANGE_USER') and (payload ->> 'name' <> :name"
                + " or payload - 'name' - 'groupId' <> '{}')";
    }
}
