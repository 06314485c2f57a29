package se.handtag.mdm;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.stream.Stream;

/** The MDM's devices. Every method throws {@link MdmException} and nothing else. */
public interface Devices {

    /**
     * The whole fleet, read one at a time as the answer comes in. Close it, for it holds a connection; reading it may
     * throw {@link MdmException} as well. Source: D1.
     */
    @Operation("D1")
    @RequestLine("GET /devices")
    Stream<Device> all();

    /** One device. Source: D2. */
    @Operation("D2")
    @RequestLine("GET /devices/{id}")
    Device get(@Param("id") DeviceId id);

    /** The devices that fit every part of the query; none when nothing does. Source: D3. */
    @Operation("D3")
    @RequestLine("GET /devices")
    List<Device> find(@QueryMap DeviceQuery query);

    /** Gives the device to another user; it is configured again if needed. Source: D4. */
    @Writes
    @Operation("D4")
    @RequestLine("PUT /devices/{id}")
    void change(@Param("id") DeviceId id, DeviceChange change);
}
