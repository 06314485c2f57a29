package se.handtag.mdm;

/** Where an app comes from. */
public enum Store {
    APP_STORE,
    PLAY,
    IN_HOUSE,
    /** The MDM named none, or one that the contract does not know; what it said is among the unknown fields. */
    UNKNOWN
}
