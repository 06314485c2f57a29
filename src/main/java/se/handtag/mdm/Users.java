package se.handtag.mdm;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.stream.Stream;

/** The MDM's users. Every method throws {@link MdmException} and nothing else. */
public interface Users {

    /**
     * All users, read one at a time as the answer comes in. Close it, for it holds a connection; reading it may throw
     * {@link MdmException} as well. Source: U1.
     */
    @Operation("U1")
    @RequestLine("GET /users")
    Stream<User> all();

    /** One user. Source: U2. */
    @Operation("U2")
    @RequestLine("GET /users/{id}")
    User get(@Param("id") UserId id);

    /** The users that fit every part of the query; none when nobody does. Source: U3. */
    @Operation("U3")
    @RequestLine("GET /users")
    List<User> find(@QueryMap UserQuery query);

    /** Changes what the change names; another group moves the user and the user's devices. Source: U4. */
    @Writes
    @Operation("U4")
    @RequestLine("PUT /users/{id}")
    void change(@Param("id") UserId id, UserChange change);

    /** Adds a user and tells the id. Source: U5. */
    @Writes
    @Operation("U5")
    @RequestLine("POST /users")
    UserId add(NewUser user);

    /** Deletes a user; {@link MdmException.Refused} while devices are linked. Source: U6. */
    @Writes
    @Operation("U6")
    @RequestLine("DELETE /users/{id}")
    void delete(@Param("id") UserId id);
}
