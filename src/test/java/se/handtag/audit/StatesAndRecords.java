package se.handtag.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares every state that a portal's database keeps with its records in the log. Each question is one statement, so that it
 * may be asked while the portal works: a state and its record are committed together.
 */
public final class StatesAndRecords {
    /** Records of a command's steps, each with the state that it tells of; null for one that tells of none. */
    private static final String TOLD = """
            with told as (
              select command, case
                       when kind = 'INTENT' then 'SENDING'
                       when kind = 'SETTLED' then case body::jsonb ->> 'outcome'
                                                    when 'done' then 'SETTLED_DONE' else 'SETTLED_NOT_DONE' end
                       when kind = 'HOLD' then case body::jsonb ->> 'outcome'
                                                 when 'called off' then 'CANCELLED' when 'not sent again' then 'UNKNOWN' when 'released' then 'DUE' end
                       when step like '%/waiting/%' then 'DUE'
                       when step like 'command/%' then split_part(step, '/', 3)
                       when kind = 'COMMAND_STEP' then body::jsonb ->> 'outcome'
                     end as state
                from audit.record where command in (select id::text from commands.command))
            """;

    private static final Map<String, String> STATES = new LinkedHashMap<>();
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        STATES.put("a command is where its last step says", """
                select c.id || ': ' || c.state from commands.command c
                 where c.state is distinct from
                       (select s.state from commands.step s where s.command = c.id order by s.number desc limit 1)
                """);
        STATES.put("what was decided about a command is on record before it", """
                select c.id || ': ' || c.action from commands.command c
                 where not exists (select from audit.record r
                                    where r.kind = 'DECISION' and r.subject = c.subject
                                      and r.body::jsonb ->> 'action' = case c.action
                                            when 'INSTALL_APP' then 'install' when 'REMOVE_APP' then 'remove'
                                            else replace(lower(c.action), '_', '-') end
                                      and (c.request is null or r.request is null or r.request = c.request::text))
                """);
        STATES.put("each step of a command has its record, and each record its step", TOLD + """
                , kept as (
                  select command, state from (
                    select s.command::text, s.state, row_number() over (partition by s.command order by s.number) as n
                      from commands.step s) steps where n > 1)
                select command || ': ' || state || ', ' || sum(steps) || ' steps and ' || sum(records) || ' records' from (
                    select command, state, 1 as steps, 0 as records from kept
                    union all
                    select command, state, 0, 1 from told
                     where state is not null) as both_sides
                 group by command, state having sum(steps) <> sum(records)
                """);
        STATES.put("each yes to a command beyond a limit has its record", """
                select l.command || ': ' || count(*) from commands.release l group by l.command
                having count(*) <> (select count(*) from audit.record r
                                     where r.kind = 'HOLD' and r.command = l.command::text
                                       and r.body::jsonb ->> 'outcome' in ('first to release', 'released'))
                """);
        STATES.put("the stop switch has its record", """
                select s.reason from commands.stop s
                 where not exists (select from audit.record r join audit.pseudonym p on p.person = s.person
                                    where r.kind = 'LIMIT' and r.actor = p.pseudonym::text
                                      and r.at between s.at - interval '1 minute' and s.at + interval '1 minute')
                """);
        STATES.put("each yes and no to a request has its record", """
                select q.id || ': ' || (select count(*) from requests.decision d where d.request = q.id)
                  from requests.request q
                 where (select count(*) from requests.decision d where d.request = q.id)
                    <> (select coalesce(sum(case r.body::jsonb ->> 'outcome'
                                              when 'approved' then 1 when 'rejected' then 1 when 'undone' then -1
                                              else 0 end), 0)
                          from audit.record r where r.kind = 'APPROVAL' and r.request = q.id::text)
                """);
        STATES.put("the end of a request has its record", """
                select q.id || ': ' || q.state from requests.request q
                 where q.state in ('REJECTED', 'WITHDRAWN', 'EXPIRED')
                   and not exists (select from audit.record r
                                    where r.kind = 'APPROVAL' and r.request = q.id::text
                                      and r.body::jsonb ->> 'outcome' = any (case q.state
                                            when 'REJECTED' then array ['rejected']
                                            when 'WITHDRAWN' then array ['withdrawn']
                                            else array ['not decided in time', 'not sent in time', 'nobody left to ask'] end))
                """);
        STATES.put("each reminder and each passing on of a request has its record", """
                select h.request || ': ' || h.word
                  from (select request, case what when 'REMINDED' then 'reminded' else 'passed on' end as word
                          from requests.happening) h
                 group by h.request, h.word
                having count(*) > (select count(*) from audit.record r
                                    where r.kind = 'APPROVAL' and r.request = h.request::text
                                      and r.body::jsonb ->> 'outcome' = h.word)
                """);
        STATES.put("who was said to have left has the record of it, and of their coming back", """
                select d.address || ': ' || word from requests.departed d
                 cross join lateral (values ('left', d.at), ('back', d.back_at)) as w (word, told_at)
                 where told_at is not null
                   and not exists (select from audit.record r
                                    where r.kind = 'DELEGATION' and r.body::jsonb ->> 'outcome' = word
                                      and r.at between told_at - interval '1 minute' and told_at + interval '1 minute')
                """);
        STATES.put("each report of a lost phone has its record, and its end", """
                select l.device || ': ' || word from recovery.lost_report l
                 cross join lateral (values ('report-lost', l.reported_at), ('lift-lost', l.closed_at)) as w (word, told_at)
                 where told_at is not null
                   and not exists (select from audit.record r
                                    where r.kind = 'LOST' and r.subject = 'device/' || l.device
                                      and r.body::jsonb ->> 'action' in (word, 'report-for-colleague', 'lock-for-colleague')
                                      and r.at between told_at - interval '1 minute' and told_at + interval '1 minute')
                """);
        STATES.put("each report about a colleague's phone has its record", """
                select c.id || ': ' || c.whom from recovery.colleague_report c
                 where not exists (select from audit.record r join audit.pseudonym p on p.person = c.by_id
                                    where r.kind = 'LOST' and r.actor = p.pseudonym::text
                                      and r.body::jsonb ->> 'action' = 'report-for-colleague'
                                      and r.at between c.at - interval '1 minute' and c.at + interval '1 minute')
                """);
        STATES.put("each signed link has the record of its making and of its end", """
                select l.id || ': ' || word from recovery.intranet_link l
                 cross join lateral (values ('created', l.created_at), ('revoked', l.revoked_at)) as w (word, told_at)
                 where told_at is not null
                   and not exists (select from audit.record r
                                    join audit.personal p on p.record = r.id and p.name = 'fact.link' and p.value = l.id::text
                                    where r.kind = 'LOST' and r.body::jsonb ->> 'outcome' = word)
                """);
        STATES.put("each version of the rules that a person published has its record", """
                select v.number || ': ' || v.comment from policy.version v
                 where v.by_id is not null
                   and not exists (select from audit.record r
                                    join audit.personal p on p.record = r.id and p.name = 'fact.hash' and p.value = v.hash
                                    where r.kind = 'RULES' and r.body::jsonb ->> 'outcome' = 'allowed')
                """);
        STATES.putAll(StepStates.questions());
        STATES.put("what was given for a time came from a request that is on record", """
                select t.id || ': ' || t.thing from grants.time t
                 where not exists (select from audit.record r where r.kind = 'DECISION' and r.request = t.request::text)
                """);
        PLACES.put("each record has its place, or is about to get it", """
                select r.id || ': ' || r.kind from audit.record r
                 where not exists (select from audit.leaf l where l.record = r.id)
                   and not exists (select from audit.pending p where p.record = r.id)
                """);
        PLACES.put("no record has two places, and none is missing between two", """
                select count(*) || ' leaves up to ' || max(number) from audit.leaf having count(*) <> max(number)
                """);
    }

    private final JdbcClient database;
    private final long floor;

    /** @param floor the newest record from before the states: what was recorded up to it tells of other states */
    public StatesAndRecords(JdbcClient database, long floor) {
        this.database = database;
        this.floor = floor;
    }

    /** The newest record there is. */
    public static long newest(JdbcClient database) {
        return database.sql("select coalesce(max(id), 0) from audit.record")
                .query(Long.class)
                .single();
    }

    /** What does not fit, each with what should hold; empty when every state has its record and every step of it, too. */
    public List<String> differences() {
        Map<String, String> since = new LinkedHashMap<>(SettingStates.questions());
        STATES.forEach((holds, question) -> since.put(
                holds,
                question.replace("audit.record", "(select * from audit.record where id > %d)".formatted(floor))));
        return found(since);
    }

    /** The same of the places that records have in the tree; reads the whole log. */
    public List<String> misplaced() {
        return found(PLACES);
    }

    private List<String> found(Map<String, String> questions) {
        return questions.entrySet().stream()
                .flatMap(question -> database.sql(question.getValue()).query(String.class).list().stream()
                        .map(found -> "Not so that " + question.getKey() + ": " + found))
                .toList();
    }
}
