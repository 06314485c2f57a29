package se.handtag.policy;

import se.handtag.mdm.DeviceId;

/** What is on its way to devices and destroys something there: a fact that rules ask for and a higher room owns. */
public interface Erasures {

    /** Whether an erasure or a cleared passcode was asked of the MDM, or is to be, and has not reached the device so far. */
    boolean awaitsContact(DeviceId device);
}
