package se.handtag.trial.mdm.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold, gathered from whatever search parameters were given. */
public final class Filter {
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition with one {@code ?}; nothing when the value is null. */
    public Filter and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.append(conditions.isEmpty() ? " where " : " and ").append(condition);
            parameters.add(value);
        }
        return this;
    }

    /** The {@code where} clause, or nothing. */
    public String where() {
        return conditions.toString();
    }

    /** Values in the order of the conditions. */
    public List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
