package se.handtag.recovery;

import static se.handtag.identity.NameSweep.isAmong;
import static se.handtag.identity.NameSweep.isIn;
import static se.handtag.identity.NameSweep.isNamed;
import static se.handtag.identity.NameSweep.name;
import static se.handtag.identity.NameSweep.without;
import static se.handtag.identity.NameSweep.words;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.identity.NameSweep;
import se.handtag.identity.NamesKept;

/** Who reported what lost, for whom, and who ended it; who made which link for the intranet. */
@Component
class LostReportNames implements NamesKept {

    private static final String SIGNED_FOR_THEM = "(" + isAmong("audience") + " or mdm_user = any(:users))";

    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of(
                            "lost-reports",
                            "recovery.lost_report",
                            "self = any(:users) and by_name <> :name",
                            isNamed("by_id", "by_name"),
                            isNamed("closed_by", "closed_by_name"),
                            isAmong("marks"),
                            isIn("device_label"))
                    .atWork("closed_at is null")
                    .set(
                            "by_name = case when by_id = any(:persons) or self = any(:users) then :name else by_name end",
                            name("closed_by", "closed_by_name"),
                            without("marks"),
                            words("device_label")),
            NameSweep.of(
                            "colleague-reports",
                            "recovery.colleague_report",
                            isNamed("by_id", "by_name"),
                            isIn("whom"),
                            isIn("owner_name"),
                            "mdm_user = any(:users) and whom <> :name")
                    .atWork("done_at is null")
                    .set(
                            name("by_id", "by_name"),
                            // Whoever was found by an account is named by it.
                            "whom = case when mdm_user = any(:users) or lower(owner_name) = any(:called) then :name"
                                    + " else regexp_replace(whom, :words, :name, 'gi') end",
                            words("owner_name")),
            NameSweep.of(
                            "links",
                            "recovery.intranet_link",
                            isIn("name"),
                            isIn("created_by"),
                            isIn("revoked_by"),
                            isAmong("audience"),
                            "mdm_user = any(:users) and name <> :name")
                    // What a link that works is for is signed.
                    .atWork("revoked_at is null and expires_at > :now and " + SIGNED_FOR_THEM)
                    .set(
                            "name = case when mdm_user = any(:users) then :name"
                                    + " else regexp_replace(name, :words, :name, 'gi') end",
                            words("created_by"),
                            words("revoked_by"),
                            "audience = array(select case when lower(each) = any(:taken) then :name else each end"
                                    + " from unnest(audience) each)"));

    private static final List<NameSweep> OLDER = List.of(
            NameSweep.of(
                            "lost-reports",
                            "recovery.lost_report",
                            "closed_at < :before and (by_name <> :name or closed_by_name <> :name"
                                    + " or marks::text like '%address/%')")
                    .set(
                            "by_name = :name",
                            "closed_by_name = case when closed_by_name is not null then :name end",
                            "marks = array(select each from unnest(marks) each where each not like 'address/%')"),
            NameSweep.of(
                            "colleague-reports",
                            "recovery.colleague_report",
                            "done_at < :before and (by_name <> :name or whom <> :name or owner_name <> :name)")
                    .set(
                            "by_name = :name",
                            "whom = :name",
                            "owner_name = case when owner_name is not null then :name end"));

    @Override
    public String room() {
        return "recovery";
    }

    @Override
    public List<NameSweep> theirs() {
        return SWEEPS;
    }

    @Override
    public List<NameSweep> older() {
        return OLDER;
    }
}
