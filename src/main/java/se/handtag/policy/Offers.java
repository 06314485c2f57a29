package se.handtag.policy;

import java.util.Locale;
import java.util.Map;
import se.handtag.catalogue.Configuration;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.UserChange;

/** The facts about what people may ask for themselves besides apps: configurations, and their own details. */
final class Offers {
    private Offers() {}

    static void facts(Question question, Map<String, Object> facts) {
        Configuration one = question.configuration();
        facts.put("configuration.known", one != null);
        facts.put("configuration.offered", one != null && one.offered());
        facts.put("configuration.fits", one != null && fits(one, question.subject()));
        facts.put(
                "configuration.approval",
                one == null ? "" : one.approval().name().toLowerCase(Locale.ROOT));
        facts.put("details.own", question.wanted() instanceof Action.ChangeUser(var change) && isPhoneOrOffice(change));
    }

    private static boolean fits(Configuration one, Subject subject) {
        FleetDevice device = subject.device();
        return one.target() == Configuration.Target.PERSON
                ? subject instanceof Subject.OfUser
                : device != null && one.fits(device.platform());
    }

    /** Whatever else the MDM knows of a user decides about their devices, or who they are. */
    private static boolean isPhoneOrOffice(UserChange change) {
        var rest = new UserChange(
                change.name(),
                change.email(),
                null,
                change.groupId(),
                change.company(),
                null,
                change.department(),
                change.position());
        return rest.equals(new UserChange()) && !change.equals(rest);
    }
}
