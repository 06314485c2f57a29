package se.handtag.mdm;

import feign.Param;
import feign.RequestLine;
import java.util.List;

/** The MDM's groups, a tree. Every method throws {@link MdmException} and nothing else. */
public interface Groups {

    /** All groups. Source: G1. */
    @Operation("G1")
    @RequestLine("GET /groups")
    List<Group> all();

    /** One group. Source: G2. */
    @Operation("G2")
    @RequestLine("GET /groups/{id}")
    Group get(@Param("id") GroupId id);

    /**
     * The group at a place in the tree; {@link MdmException.Ambiguous} when several are there. Source: G3.
     *
     * @param path the whole path, its parts split by {@code /} or {@code \}
     */
    @Operation("G3")
    @RequestLine("GET /groups?path={path}")
    Group atPath(@Param(value = "path", expander = StrictEncoding.class) String path);

    /** Renames a group. Source: G4. */
    @Writes
    @Operation("G4")
    @RequestLine("PUT /groups/{id}")
    void change(@Param("id") GroupId id, GroupChange change);

    /** Adds a group and tells its id. Source: G5. */
    @Writes
    @Operation("G5")
    @RequestLine("POST /groups")
    GroupId add(NewGroup group);

    /** Deletes a group; {@link MdmException.Refused} while it has subgroups or anything is linked to it. Source: G6. */
    @Writes
    @Operation("G6")
    @RequestLine("DELETE /groups/{id}")
    void delete(@Param("id") GroupId id);
}
