package se.handtag.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Configuration;
import se.handtag.devices.MdmUser;

/**
 * Everything a decision is made from.
 *
 * @param actor the MDM user who asks, null when they are none or the MDM does not say
 * @param actorGroups the actor's group and those above it, the topmost first
 * @param own whether the subject is the asker's device or they themselves
 * @param wanted what is to be done
 * @param subject what it is to be done to
 * @param owner whose it is, a user being their own; null when it is nobody's or the MDM does not say
 * @param ownerGroups the owner's group and those above it, the topmost first
 * @param lost whether it is reported lost
 * @param inRules whether a tag or a group that it concerns is named by a rule
 * @param awaits whether an erasure or a cleared passcode was sent to the device and has not reached it yet
 * @param configuration what IT has written about the tag to put or take, null for other actions or when it has not
 * @param app the app to install, null for other actions or when the MDM has none of that id
 * @param now when it is decided
 */
public record Question(
        Asker asker,
        @Nullable MdmUser actor,
        List<String> actorGroups,
        boolean own,
        Action wanted,
        Subject subject,
        @Nullable MdmUser owner,
        List<String> ownerGroups,
        boolean lost,
        boolean inRules,
        boolean awaits,
        @Nullable Configuration configuration,
        @Nullable CatalogueApp app,
        Manner manner,
        Instant now,
        Recent recent) {

    public ActionKind action() {
        return wanted.kind();
    }

    /** For how many days the configuration that is to be put is lent at most; null when it is none, or given for good, too. */
    public @Nullable Integer longestDays() {
        boolean put = wanted instanceof Action.PutTag || wanted instanceof Action.PutUserTag;
        return put && configuration != null ? configuration.longestDays() : null;
    }

    /** Whether nobody knows at this moment who the owner is, though there is one. */
    boolean ownerUnknown() {
        return owner == null && subject.owner() != null;
    }

    boolean actorUnknown() {
        return actor == null && asker.self() != null;
    }
}
