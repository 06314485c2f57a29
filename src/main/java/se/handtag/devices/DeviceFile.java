package se.handtag.devices;

import java.util.List;
import java.util.Map;

/**
 * All that the MDM says about a device, for IT.
 *
 * @param tags what is put on it, each with the link that can be taken away
 * @param others what else the MDM said, by the name it used
 */
public record DeviceFile(FleetDevice device, List<TagLink.OnDevice> tags, Map<String, String> others) {}
