package se.handtag.requests;

import static se.handtag.Longest.DESCRIPTION;
import static se.handtag.Longest.MESSAGE;
import static se.handtag.Longest.NAME;

import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;

/** Lengths of what somebody writes into an action. What names a thing that the MDM knows already is looked up and not written. */
final class Lengths {
    private Lengths() {}

    /** @throws se.handtag.Longest.TooLong when a text of it is too long */
    static void demand(Action action) {
        switch (action) {
            case Action.Message(String text) -> MESSAGE.demand(text);
            case Action.CreateGroup group -> NAME.demand(group.name());
            case Action.RenameGroup(String name) -> NAME.demand(name);
            case Action.CreateUser(NewUser user) -> demand(user);
            case Action.ChangeUser(UserChange change) -> demand(change);
            case Action.CreateTag(NewTag tag) -> {
                NAME.demand(tag.name());
                DESCRIPTION.demand(tag.description());
            }
            case Action.ChangeTag(TagChange change) -> {
                NAME.demand(change.name());
                DESCRIPTION.demand(change.description());
            }
            case Action.PutApp(NewApp app) -> demand(app);
            default -> {
                // Nothing of it is written by hand.
            }
        }
    }

    private static void demand(NewUser user) {
        NAME.demand(
                user.name(),
                user.email(),
                user.phoneNumber(),
                user.accountGroup(),
                user.accountName(),
                user.company(),
                user.office(),
                user.department(),
                user.position());
    }

    private static void demand(UserChange change) {
        NAME.demand(
                change.name(),
                change.email(),
                change.phoneNumber(),
                change.company(),
                change.office(),
                change.department(),
                change.position());
    }

    /** The picture has a limit of its own among the MDM's rules for apps. */
    private static void demand(NewApp app) {
        NAME.demand(app.name(), app.company(), app.packageId(), app.versionText());
        DESCRIPTION.demand(app.description(), app.storeId(), app.imageUrl());
    }
}
