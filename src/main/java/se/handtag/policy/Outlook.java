package se.handtag.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.handtag.identity.Role;

/**
 * What somebody can expect before they ask.
 *
 * @param changes what would make a denied action possible, each by itself; empty when it is not denied or nothing would
 * @param others who could do what is denied; empty when it is not denied or nobody could
 */
public record Outlook(Action action, Decision decision, Set<Change> changes, Set<Other> others) {
    /** Something that can come to be so. */
    public enum Change {
        /** The device is found, and the report that it is lost lifted. */
        FOUND,
        /** IT offers the app. */
        OFFERED,
        /** A day passes, for it was asked for often. */
        LATER
    }

    /** Somebody else. */
    public enum Other {
        OWNER,
        HELP_DESK,
        IT
    }

    static Outlook of(RuleSet rules, Question question) {
        Decision decision = rules.decide(question);
        if (!decision.denied()) {
            return new Outlook(question.wanted(), decision, Set.of(), Set.of());
        }
        Map<String, Object> facts = Facts.of(question);
        Set<Change> changes = EnumSet.noneOf(Change.class);
        for (Change change : Change.values()) {
            Map<String, Object> then = changed(facts, change);
            if (!then.equals(facts) && !rules.decide(question.action(), then).denied()) {
                changes.add(change);
            }
        }
        Set<Other> others = EnumSet.noneOf(Other.class);
        for (Other other : Other.values()) {
            if (!is(question, other)
                    && !rules.decide(question.action(), asked(facts, question, other))
                            .denied()) {
                others.add(other);
            }
        }
        return new Outlook(question.wanted(), decision, changes, others);
    }

    private static Map<String, Object> changed(Map<String, Object> facts, Change change) {
        Map<String, Object> then = new HashMap<>(facts);
        switch (change) {
            case FOUND -> then.put("device.lost", false);
            case OFFERED -> then.computeIfPresent("app.offered", (_, _) -> !"".equals(facts.get("app.package")));
            case LATER -> then.replaceAll((name, value) -> name.startsWith("recent.") ? 0L : value);
        }
        return then;
    }

    private static boolean is(Question question, Other other) {
        return switch (other) {
            case OWNER -> question.own() || question.owner() == null;
            case HELP_DESK -> question.asker().roles().contains(Role.HELP_DESK);
            case IT -> question.asker().roles().contains(Role.IT);
        };
    }

    private static Map<String, Object> asked(Map<String, Object> facts, Question question, Other other) {
        Map<String, Object> then = new HashMap<>(facts);
        boolean owner = other == Other.OWNER;
        List<String> roles = new ArrayList<>(List.of("employee"));
        if (other == Other.HELP_DESK) {
            roles.add("help-desk");
        } else if (other == Other.IT) {
            roles.add("it");
        }
        then.put("actor.roles", roles);
        then.put("actor.is_owner", owner);
        then.put("actor.tags", owner && question.owner() != null ? question.owner().tags() : List.of());
        then.put("actor.groups", owner ? question.ownerGroups() : List.of());
        return then;
    }
}
