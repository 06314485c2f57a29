package se.handtag;

import se.handtag.mdm.AppId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;

/** Devices, users and apps of the sample company that tests speak of. */
public final class PortalDevices {
    public static final DeviceId ANNAS_IPHONE = DeviceId.of("19eefc94-c6ca-4215-9ac4-c366a4136e1a");
    public static final DeviceId ANNAS_TABLET = DeviceId.of("12c78889-1942-466c-99e8-053f7718c3b3");
    public static final DeviceId ANNAS_MACBOOK = DeviceId.of("188640b8-9283-47ac-bdd8-d6e2cd2e1507");
    public static final DeviceId BOS_IPHONE = DeviceId.of("c47af6fd-985c-41df-a54a-d99534fc6853");
    public static final DeviceId LOVISAS_IPHONE = DeviceId.of("035421aa-fbe7-480c-b46f-90aac4169f88");
    public static final DeviceId MEETING_ROOM_TV = DeviceId.of("b6e9232d-798d-44f8-b54d-31927f9116ee");
    public static final DeviceId NO_DEVICE = DeviceId.of("00000000-0000-4000-8000-000000000000");

    public static final UserId BO = new UserId(3);
    public static final UserId ANNA = new UserId(4);

    /** Offered for iOS, to all. */
    public static final Action TEAMS = new Action.InstallApp(new AppId(2), "Teams", "com.microsoft.skype.teams", true);

    /** Offered for iOS, with a manager's approval. */
    public static final Action JOURNAL =
            new Action.InstallApp(new AppId(5), "Körjournal", "se.vagvisaren.korjournal", true);

    private PortalDevices() {}
}
