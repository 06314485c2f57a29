package se.handtag.identity;

import java.util.List;

/**
 * One table of a room, and how somebody's names are cleared there. The SQL may use what {@link Whose#parameters} names, and
 * {@code :name}, {@code :text}, {@code :now}, {@code :before}.
 *
 * @param kind what a row of it is, in one word
 * @param theirs which rows name them, or which are to be cleared
 * @param atWork which of those still need it
 * @param changes what is set; none when all that is not at work goes
 */
public record NameSweep(String kind, String table, String theirs, String atWork, List<String> changes) {
    public NameSweep {
        changes = List.copyOf(changes);
    }

    /** The rows to which any of these applies. */
    public static NameSweep of(String kind, String table, String... theirs) {
        return new NameSweep(kind, table, "(" + String.join(" or ", theirs) + ")", "false", List.of());
    }

    public NameSweep atWork(String condition) {
        return new NameSweep(kind, table, theirs, condition, changes);
    }

    public NameSweep set(String... columns) {
        return new NameSweep(kind, table, theirs, atWork, List.of(columns));
    }

    /** A name that stands beside the number of whose it is. */
    public static String name(String id, String column) {
        return column + " = case when " + id + " = any(:persons) then :name else " + column + " end";
    }

    /** What somebody wrote, beside their number; of what others wrote, the name alone. */
    public static String text(String id, String column) {
        return column + " = case when " + id + " = any(:persons) and " + column + " <> '' then :text else "
                + cleared(column) + " end";
    }

    /** Their names and addresses in a text. */
    public static String words(String column) {
        return column + " = " + cleared(column);
    }

    private static String cleared(String column) {
        return "regexp_replace(" + column + ", :words, :name, 'gi')";
    }

    /** The same in the values of a JSON. */
    public static String json(String column, String expression) {
        return column + " = regexp_replace((" + expression + ")::text, :jsonWords, :name, 'gi')::jsonb";
    }

    /** Their addresses, or the marks that these are, out of a list. */
    public static String without(String column) {
        return column + " = array(select each from unnest(" + column + ") each where lower(each) <> all(:taken))";
    }

    /** Whether a row beside somebody's number still has their name. */
    public static String isNamed(String id, String column) {
        return id + " = any(:persons) and " + column + " <> :name";
    }

    /** The same of what they wrote. */
    public static String isWritten(String id, String column) {
        return id + " = any(:persons) and " + column + " <> :text and " + column + " <> ''";
    }

    public static String isIn(String column) {
        return column + " ~* :words";
    }

    public static String isInJson(String column) {
        return column + "::text ~* :jsonWords";
    }

    public static String isAmong(String column) {
        return "exists (select from unnest(" + column + ") each where lower(each) = any(:taken))";
    }
}
