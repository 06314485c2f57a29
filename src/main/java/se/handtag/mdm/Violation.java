package se.handtag.mdm;

/** Why this room does not even send something. */
public enum Violation {
    /** A text of an address is {@code .} or {@code ..}, which servers on the way may take for a step in a path. */
    TEXT_IS_DOTS,
    /** A text holds half of a character, and so cannot be written in UTF-8. */
    TEXT_BROKEN,
    /** What the operation requires is blank. */
    TEXT_MISSING,
    APP_NAME_MISSING,
    APP_COMPANY_MISSING,
    APP_PACKAGE_ID_MISSING,
    APP_VERSION_MISSING,
    APP_PLATFORM_MISSING,
    APP_SIZE_MISSING,
    APP_SIZE_NEGATIVE,
    APP_STORE_MISSING,
    /** The App Store has nothing for Android, Play nothing for Apple's platforms. */
    APP_PLATFORM_NOT_IN_STORE,
    APP_STORE_ID_MISSING,
    /** An app of the App Store is known there by a number. */
    APP_STORE_ID_NOT_A_NUMBER,
    /** An app of Play has its package id as its store id. */
    APP_STORE_ID_NOT_PACKAGE_ID,
    /** An in-house app for macOS has the web address of a .pkg or .zip as its store id. */
    APP_STORE_ID_NOT_A_PACKAGE_ADDRESS,
    APP_IMAGE_MISSING,
    /** Data and address exclude each other. */
    APP_IMAGE_TWICE,
    /** The data is not base64, or not a PNG. */
    APP_IMAGE_NOT_PNG,
    APP_IMAGE_ADDRESS_WRONG
}
