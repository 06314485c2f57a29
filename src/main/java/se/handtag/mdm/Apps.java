package se.handtag.mdm;

import feign.Param;
import feign.RequestLine;
import java.util.List;

/** The apps that the MDM can install. Every method throws {@link MdmException} and nothing else. */
public interface Apps {

    /** All apps. Source: A1. */
    @Operation("A1")
    @RequestLine("GET /apps")
    List<App> all();

    /** One app. Source: A2. */
    @Operation("A2")
    @RequestLine("GET /apps/{id}")
    App get(@Param("id") AppId id);

    /**
     * Adds an app, or updates the one that has the same package id, platform and store, and tells its id.
     * {@link MdmException.Invalid} names every rule that the app breaks, and nothing is sent. Source: A3.
     */
    @Writes
    @Operation("A3")
    @RequestLine("POST /apps")
    AppId put(NewApp app);
}
