package se.handtag.policy;

import se.handtag.identity.Forgotten;

/**
 * How subjects and actions are kept without what names people: expressions of PostgreSQL over the columns {@code snapshot},
 * {@code action} and {@code payload}, which {@link SubjectJson} and {@link ActionJson} still read.
 */
public final class PersonalJson {
    private static final String ERASED = "'" + Forgotten.NAME + "'";

    /** A device without its number and its name, a user without all but their number. */
    public static final String SUBJECT_WITHOUT = """
            case snapshot ->> 'kind'
              when 'device' then jsonb_set(jsonb_set(snapshot, '{device,serialNumber}', 'null'), '{device,name}', 'null')
              when 'user' then jsonb_set(snapshot, '{user}', (snapshot -> 'user')
                || '{"name": "%s", "email": null, "department": null}')
              else snapshot end
            """.formatted(Forgotten.NAME);

    /** What was written to somebody, and what was to be known of them. */
    public static final String ACTION_WITHOUT = """
            case action
              when 'MESSAGE' then jsonb_build_object('text', %1$s)
              when 'HAND_OVER' then payload || jsonb_build_object('name', %1$s)
              when 'CREATE_USER' then jsonb_build_object('name', %1$s)
              when 'CHANGE_USER' then '{}'::jsonb
              else payload end
            """.formatted(ERASED);

    private PersonalJson() {}
}
