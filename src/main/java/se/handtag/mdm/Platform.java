package se.handtag.mdm;

/** What a device runs on, or an app is made for. */
public enum Platform {
    IOS,
    ANDROID,
    MACOS,
    TVOS,
    /** The MDM named none, or one that the contract does not know; what it said is among the unknown fields. */
    UNKNOWN
}
