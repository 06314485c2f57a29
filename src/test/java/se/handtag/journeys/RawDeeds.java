package se.handtag.journeys;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.policy.ActionKind;

/** What somebody has brought about since the portal started over, by what the portal keeps. */
final class RawDeeds {
    /** Not what the MDM says of an app, which is read anew now and then. */
    private static final String OFFERED = "(select to_jsonb(app) - 'name' - 'company' - 'description' - 'app_id'"
            + " from catalogue.app app where offered)";

    /** What only IT changes. */
    private static final List<String> OF_IT = List.of(
            "policy.version",
            "policy.draft",
            OFFERED,
            "catalogue.configuration",
            "requests.approver",
            "requests.approver_group",
            "requests.proposal",
            "requests.departed",
            "recovery.intranet_link",
            "commands.stop",
            "commands.release");

    private final JdbcClient database;

    RawDeeds(JdbcClient database) {
        this.database = database;
    }

    /** What that person asked for, as the table calls it, of what is whose. */
    Set<String> asked(String name, String whose) {
        return database.sql("""
                        select action from (
                          select r.action, r.by_name, case
                              when r.subject not like 'device/%' and r.subject not like 'user/%' then '–'
                              when case when r.subject like 'user/%' then substr(r.subject, 6)::integer
                                        else (r.snapshot -> 'device' -> 'owner' ->> 'value')::integer end = r.self then 'own'
                              when r.for_user is not null then 'team member''s'
                              when exists (select from policy.decided d
                                            where d.request = r.id and d.facts ->> 'request.ticket' <> '')
                                then 'another''s, under a ticket'
                              else 'another''s' end as whose
                            from requests.request r) as asked
                         where by_name = :name and whose = :whose
                        """).param("name", name).param("whose", whose).query(String.class).list().stream()
                .map(kind -> ActionKind.valueOf(Objects.requireNonNull(kind)).key())
                .collect(toCollection(TreeSet::new));
    }

    /** Whether that person asked to change more of their own than their details, or for a tag that is not offered. */
    boolean isAskedBeyondTheOffers(String name) {
        return database.sql("""
                        select exists (select from requests.request r where by_name = :name and (
                          action = 'CHANGE_USER' and exists (
                            select from jsonb_each(payload) as changed
                             where value <> 'null' and key not in ('office', 'phoneNumber'))
                          or action in ('PUT_TAG', 'TAKE_TAG', 'PUT_USER_TAG', 'TAKE_USER_TAG')
                            and (payload ->> 'id')::integer not in (select tag from catalogue.configuration where offered)))
                        """).param("name", name).query(Boolean.class).single();
    }

    /** How often something was sent to the MDM for that person, or tried to. */
    int sent(String name) {
        return database.sql("select coalesce(sum(attempts), 0) from commands.command where by_name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return database.sql("select not exists (select from commands.command where state in ('DUE', 'SENDING'))")
                .query(Boolean.class)
                .single();
    }

    /** Where everything stands that anybody has asked for, and what was said to it. */
    List<String> everything() {
        List<String> all = new ArrayList<>(ofOthers(""));
        all.addAll(database.sql("select 'release ' || command || ' ' || name from commands.release order by 1")
                .query((row, _) -> row.getString(1))
                .list());
        return all;
    }

    /** Where everything stands that others have asked for. */
    List<String> ofOthers(String name) {
        return database.sql("""
                        select 'request ' || id || ' ' || state || ' ' || (select count(*) from requests.decision where request = id)
                          from requests.request where by_name <> :name
                        union all
                        select 'command ' || id || ' ' || state from commands.command where by_name <> :name
                        union all
                        select 'delegation ' || id || ' ' || coalesce(ended_at::text, '') from requests.delegation
                         where from_name <> :name
                        union all
                        select 'lost ' || id || ' ' || coalesce(ending, '') from recovery.lost_report where by_name <> :name
                        order by 1
                        """)
                .param("name", name)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The newest record. */
    long newest() {
        return database.sql("select coalesce(max(id), 0) from audit.record")
                .query(Long.class)
                .single();
    }

    /** What that person did since then, by kind of record. */
    Set<String> records(String name, long since) {
        return database.sql("""
                        select distinct r.kind from audit.record r
                          join audit.pseudonym p on r.actor = p.pseudonym::text join identity.person i on i.id = p.person
                         where i.name = :name and r.id > :since
                        """).param("name", name).param("since", since).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .collect(toCollection(TreeSet::new));
    }

    /** All that only IT changes, by name, in a form that tells whether it was. */
    Map<String, String> ofIt() {
        return OF_IT.stream()
                .collect(toMap(
                        table -> table,
                        table -> database.sql("select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                        + table + " t")
                                .query(String.class)
                                .single()));
    }
}
