package se.handtag.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.mdm.AppId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;

/** Decides by the rules in force. */
@Component
public class Policy {
    private final RulesInForce rules;
    private final MdmUsers users;
    private final Catalogue catalogue;
    private final LostDevices lost;
    private final Erasures erasures;
    private final Configurations configurations;
    private final Decided decided;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Policy(
            RulesInForce rules,
            MdmUsers users,
            Catalogue catalogue,
            LostDevices lost,
            Erasures erasures,
            Configurations configurations,
            Decided decided,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.users = users;
        this.catalogue = catalogue;
        this.lost = lost;
        this.erasures = erasures;
        this.configurations = configurations;
        this.decided = decided;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether somebody may do this.
     *
     * @throws org.springframework.dao.DataAccessException when the database is not there: nothing is decided then
     */
    public Ruling rule(Asker asker, Subject subject, Action action, Manner manner) {
        return rule(asker, subject, List.of(action), manner).getFirst();
    }

    /** The same for several actions, by the same rules and facts. */
    public List<Ruling> rule(Asker asker, Subject subject, List<Action> actions, Manner manner) {
        RuleSet now = rules.now();
        return questions(now, asker, subject, actions, manner).stream()
                .map(question -> new Ruling(question, now.decide(question)))
                .toList();
    }

    /**
     * Whether it may still be done, asked once more before it is: how it was asked for is taken from what was kept then.
     *
     * @param request the request that it comes from, null when it comes from none
     */
    public Ruling again(Asker asker, Subject subject, Action action, @Nullable UUID request) {
        return rule(asker, subject, action, request == null ? Manner.PLAIN : decided.manner(request));
    }

    /** Whether the rules could have the action wait after it is allowed, whatever the circumstances. */
    public boolean mayHold(ActionKind action) {
        return rules.now().mayHold(action);
    }

    /** How often the rules said no to what was asked for, by day, as far back as decisions are kept; nothing of a day without. */
    public Map<LocalDate, Integer> denials(Instant from, ZoneId zone) {
        return decided.denials(from, zone);
    }

    /** For each action what the rules say to it, what would change that, and who can do it instead. */
    public List<Outlook> outlook(Asker asker, Subject subject, List<Action> actions) {
        RuleSet now = rules.now();
        return questions(now, asker, subject, actions, Manner.PLAIN).stream()
                .map(question -> Outlook.of(now, question))
                .toList();
    }

    /**
     * Keeps a decision that somebody asked for with everything it was made from, in the transaction that puts it on record:
     * other rules can be tried on it later, and it counts among what was asked recently.
     *
     * @param request the request that it led to, null when it led to none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Ruling ruling, String personName, @Nullable UUID request) {
        decided.insert(ruling, personName, request);
        events.publishEvent(new PolicyMetrics.DecisionKept(
                ruling.question().action(), ruling.decision().word()));
    }

    private List<Question> questions(RuleSet now, Asker asker, Subject subject, List<Action> actions, Manner manner) {
        UserId ownerId = subject.owner();
        UserId self = asker.self();
        boolean own = self != null && self.equals(ownerId);
        MdmUser owner = owner(subject);
        MdmUser actor = own ? owner : self == null ? null : users.find(self).orElse(null);
        List<String> ownerGroups = groups(owner);
        List<String> actorGroups = own ? ownerGroups : groups(actor);
        boolean isLost = subject.deviceId() != null && lost.isLost(subject.deviceId());
        boolean awaits = subject.deviceId() != null && erasures.awaitsContact(subject.deviceId());
        Instant time = clock.instant();
        Set<ActionKind> kinds = actions.stream().map(Action::kind).collect(Collectors.toSet());
        Map<ActionKind, Recent> recent = decided.recent(asker, subject, kinds, time, manner.request());
        Map<TagId, Configuration> written = configurations.find(
                actions.stream().map(Policy::tag).flatMap(Optional::stream).collect(Collectors.toSet()));
        Map<AppId, CatalogueApp> apps = catalogue.find(actions.stream()
                .filter(Action.InstallApp.class::isInstance)
                .map(install -> ((Action.InstallApp) install).app())
                .collect(Collectors.toSet()));
        List<Question> questions = new ArrayList<>();
        for (Action action : actions) {
            questions.add(new Question(
                    asker,
                    actor,
                    actorGroups,
                    own,
                    action,
                    subject,
                    owner,
                    ownerGroups,
                    isLost,
                    concerned(subject, action, ownerGroups).stream().anyMatch(now::names),
                    awaits,
                    tag(action).map(written::get).orElse(null),
                    app(action, apps, owner),
                    manner,
                    time,
                    recent.getOrDefault(action.kind(), Recent.NONE)));
        }
        return questions;
    }

    private List<String> groups(@Nullable MdmUser user) {
        return user == null ? List.of() : users.pathOf(user.group());
    }

    private @Nullable MdmUser owner(Subject subject) {
        if (subject instanceof Subject.OfUser(var user)) {
            return user;
        }
        UserId owner = subject.owner();
        return owner == null ? null : users.find(owner).orElse(null);
    }

    /** The names of tags and groups that are put, taken, moved, changed or deleted. */
    private List<String> concerned(Subject subject, Action action, List<String> ownerGroups) {
        List<String> names = new ArrayList<>();
        if (subject instanceof Subject.OfTag || subject instanceof Subject.OfGroup) {
            names.add(subject.label());
        }
        switch (action) {
            case Action.PutTag(var id, var name) -> names.add(name);
            case Action.TakeTag(var id, var name) -> names.add(name);
            case Action.PutUserTag(var id, var name) -> names.add(name);
            case Action.TakeUserTag(var id, var name) -> names.add(name);
            case Action.RenameGroup(var name) -> names.add(name);
            case Action.CreateGroup(var name, var parent) -> {
                names.add(name);
                names.addAll(users.pathOf(parent));
            }
            case Action.CreateTag(var tag) -> names.add(tag.name());
            case Action.CreateUser(var user) -> names.addAll(users.pathOf(user.groupId()));
            case Action.ChangeUser(var change) -> moved(change.groupId(), ownerGroups, names);
            case Action.ChangeTag(var change) -> {
                if (change.name() != null) {
                    names.add(change.name());
                }
            }
            default -> {}
        }
        return names;
    }

    private void moved(@Nullable GroupId to, List<String> from, List<String> names) {
        if (to != null) {
            names.addAll(from);
            names.addAll(users.pathOf(to));
        }
    }

    /** The tag that is put or taken, if one is. */
    private static Optional<TagId> tag(Action action) {
        return switch (action) {
            case Action.PutTag put -> Optional.of(put.tag());
            case Action.TakeTag take -> Optional.of(take.tag());
            case Action.PutUserTag put -> Optional.of(put.tag());
            case Action.TakeUserTag take -> Optional.of(take.tag());
            default -> Optional.empty();
        };
    }

    private @Nullable CatalogueApp app(Action action, Map<AppId, CatalogueApp> apps, @Nullable MdmUser owner) {
        var app = action instanceof Action.InstallApp install ? apps.get(install.app()) : null;
        return app == null || isFor(app, owner) ? app : app.notOffered();
    }

    private boolean isFor(CatalogueApp app, @Nullable MdmUser owner) {
        return app.onlyGroup() == null || (owner != null && users.isWithin(owner.group(), app.onlyGroup()));
    }
}
