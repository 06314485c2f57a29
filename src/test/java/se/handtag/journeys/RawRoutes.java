package se.handtag.journeys;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every page of the portal, and whose it is. */
final class RawRoutes {
    private static final Set<String> OF_IT = Set.of(
            "administration/configurations",
            "directory",
            "directory/app/:id",
            "directory/apps",
            "directory/apps/new",
            "directory/apps/update/:id",
            "directory/approvers",
            "directory/device/:id",
            "directory/devices",
            "directory/files",
            "directory/group/:id",
            "directory/groups",
            "directory/person/:id",
            "directory/tag/:id",
            "directory/tags",
            "erase-names",
            "health",
            "held",
            "links",
            "many",
            "numbers",
            "rules",
            "rules/draft/:id",
            "second-person",
            "stop",
            "unknown");
    private static final Set<String> OF_HELP = Set.of("find", "help", "lost-now");
    private static final Set<String> OF_AUDITORS = Set.of("audit");
    private static final Set<String> OF_ALL = Set.of(
            "",
            "accessibility",
            "approvals",
            "approvals/stand-ins",
            "apps",
            "call-off/:id",
            "details",
            "device/:id",
            "device/:id/hand-over",
            "found/:id",
            "messages",
            "on-record",
            "request/:id",
            "requests",
            "sessions",
            "team",
            "touched");

    private RawRoutes() {}

    /** All of them, in the order of their names. */
    static Set<String> all() {
        return Stream.of(OF_IT, OF_HELP, OF_AUDITORS, OF_ALL)
                .flatMap(Set::stream)
                .collect(toCollection(TreeSet::new));
    }

    /** Whether the page opens to whoever has that role. */
    static boolean opensTo(String role, String route) {
        return OF_ALL.contains(route)
                || role.equals("IT") && (OF_IT.contains(route) || OF_HELP.contains(route))
                || role.equals("help desk") && OF_HELP.contains(route)
                || role.equals("auditor") && OF_AUDITORS.contains(route);
    }
}
