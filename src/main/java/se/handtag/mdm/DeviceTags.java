package se.handtag.mdm;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;

/** Which tags are put on which devices. Every method throws {@link MdmException} and nothing else. */
public interface DeviceTags {

    /** All links between devices and tags. Source: DT1. */
    @Operation("DT1")
    @RequestLine("GET /devicetags")
    List<DeviceTag> all();

    /** One link. Source: DT2. */
    @Operation("DT2")
    @RequestLine("GET /devicetags/{id}")
    DeviceTag get(@Param("id") DeviceTagId id);

    /** The links that fit every part of the query; none when nothing does. Source: DT3. */
    @Operation("DT3")
    @RequestLine("GET /devicetags")
    List<DeviceTag> find(@QueryMap DeviceTagQuery query);

    /** Puts a tag on a device and tells the link's id; the device is configured again if needed. Source: DT4. */
    @Writes
    @Operation("DT4")
    @RequestLine("POST /devicetags")
    DeviceTagId add(NewDeviceTag link);

    /** Takes a tag off a device, which is configured again if needed. Source: DT5. */
    @Writes
    @Operation("DT5")
    @RequestLine("DELETE /devicetags/{id}")
    void delete(@Param("id") DeviceTagId id);
}
