package se.handtag.mdm;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;

/** Which tags are put on which users. Every method throws {@link MdmException} and nothing else. */
public interface UserTags {

    /** All links between users and tags. Source: UT1. */
    @Operation("UT1")
    @RequestLine("GET /usertags")
    List<UserTag> all();

    /** One link. Source: UT2. */
    @Operation("UT2")
    @RequestLine("GET /usertags/{id}")
    UserTag get(@Param("id") UserTagId id);

    /** The links that fit every part of the query; none when nothing does. Source: UT3. */
    @Operation("UT3")
    @RequestLine("GET /usertags")
    List<UserTag> find(@QueryMap UserTagQuery query);

    /** Puts a tag on a user and tells the link's id; the user's devices are configured again. Source: UT4. */
    @Writes
    @Operation("UT4")
    @RequestLine("POST /usertags")
    UserTagId add(NewUserTag link);

    /** Takes a tag off a user, whose devices are configured again if needed. Source: UT5. */
    @Writes
    @Operation("UT5")
    @RequestLine("DELETE /usertags/{id}")
    void delete(@Param("id") UserTagId id);
}
