package se.handtag.mdm;

import feign.Param;
import feign.RequestLine;
import java.util.List;

/** The MDM's tags. Every method throws {@link MdmException} and nothing else. */
public interface Tags {

    /** All tags. Source: T1. */
    @Operation("T1")
    @RequestLine("GET /tags")
    List<Tag> all();

    /** One tag. Source: T2. */
    @Operation("T2")
    @RequestLine("GET /tags/{id}")
    Tag get(@Param("id") TagId id);

    /** Changes what the change names; another group moves the tag, and its devices are configured again. Source: T3. */
    @Writes
    @Operation("T3")
    @RequestLine("PUT /tags/{id}")
    void change(@Param("id") TagId id, TagChange change);

    /** Adds a tag and tells its id. Source: T4. */
    @Writes
    @Operation("T4")
    @RequestLine("POST /tags")
    TagId add(NewTag tag);

    /** Deletes a tag; {@link MdmException.Refused} while configurations are linked to it. Source: T5. */
    @Writes
    @Operation("T5")
    @RequestLine("DELETE /tags/{id}")
    void delete(@Param("id") TagId id);
}
