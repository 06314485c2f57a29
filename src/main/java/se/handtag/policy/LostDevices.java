package se.handtag.policy;

import se.handtag.mdm.DeviceId;

/** Which devices are reported lost: a fact that rules ask for and a higher room owns. */
public interface LostDevices {

    boolean isLost(DeviceId device);
}
