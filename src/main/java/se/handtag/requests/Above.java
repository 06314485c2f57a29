package se.handtag.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is above whoever a request is about.
 *
 * @param manager the manager's address in lower case, null when nobody names one
 * @param groups their group and those above it, the topmost first
 */
record Above(@Nullable String manager, List<String> groups) {
    static final Above NOBODY = new Above(null, List.of());

    Above {
        groups = List.copyOf(groups);
    }
}
