package se.handtag.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;

/** Decides by the rules of {@code handtag.policy.rules}, which are read and checked when the portal starts. */
@Component
public class Policy {
    private final RuleSet rules;
    private final MdmUsers users;
    private final Catalogue catalogue;
    private final LostDevices lost;

    Policy(RuleSet rules, MdmUsers users, Catalogue catalogue, LostDevices lost) {
        this.rules = rules;
        this.users = users;
        this.catalogue = catalogue;
        this.lost = lost;
    }

    /** The same for a device. */
    public Ruling rule(Set<Role> roles, @Nullable UserId self, FleetDevice device, Action action) {
        return rule(roles, self, new Subject.OfDevice(device), action);
    }

    /**
     * Whether somebody may do this.
     *
     * @param roles the roles of who asks
     * @param self the MDM user that they are, null when they are none
     */
    public Ruling rule(Set<Role> roles, @Nullable UserId self, Subject subject, Action action) {
        UserId ownerId = subject.owner();
        MdmUser owner = owner(subject);
        var question = new Question(
                roles,
                self != null && self.equals(ownerId),
                action.kind(),
                subject,
                owner,
                owner == null ? List.of() : users.pathOf(owner.group()),
                subject.deviceId() != null && lost.isLost(subject.deviceId()),
                app(action, owner));
        return new Ruling(question, rules.decide(question));
    }

    private @Nullable MdmUser owner(Subject subject) {
        if (subject instanceof Subject.OfUser(var user)) {
            return user;
        }
        UserId owner = subject.owner();
        return owner == null ? null : users.find(owner).orElse(null);
    }

    private @Nullable CatalogueApp app(Action action, @Nullable MdmUser owner) {
        return action instanceof Action.InstallApp install
                ? catalogue
                        .find(install.app())
                        .map(app -> isFor(app, owner) ? app : app.notOffered())
                        .orElse(null)
                : null;
    }

    private boolean isFor(CatalogueApp app, @Nullable MdmUser owner) {
        return app.onlyGroup() == null || (owner != null && users.isWithin(owner.group(), app.onlyGroup()));
    }
}
