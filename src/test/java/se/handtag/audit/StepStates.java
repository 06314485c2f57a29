package se.handtag.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What should hold between states and the records of their steps, each of which names its state: a state without its record
 * shows, and so does a record without its state.
 *
 * <p>That the time of a stand-in is over is no state: it is read from their days whenever it is asked for.
 */
final class StepStates {
    /** The records whose step begins so, as their state and the step. */
    private static final String TOLD = """
            with told as (
              select split_part(step, '/', 2) as id, split_part(step, '/', 3) as step, id as number
                from audit.record where step like '%s/%%')
            """;

    private static final String COMPARED = """
            select id || ': ' || step || ', ' || sum(states) || ' states and ' || sum(records) || ' records' from (
                select id, step, 1 as states, 0 as records from kept
                union all
                select id, step, 0, 1 from told) as both_sides
             group by id, step having sum(states) <> sum(records)
            """;

    private StepStates() {}

    static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(
                "each stand-in has the record of when they were named, and of when no longer",
                told("delegation") + """
                , kept as (
                  select id::text, 'named' as step from requests.delegation
                  union all
                  select id::text, 'ended' from requests.delegation where ended_at is not null)
                """ + COMPARED);
        questions.put("each end of sessions has its record", told("sessions") + """
                , kept as (select number::text as id, 'ended' as step from identity.sessions_end)
                """ + COMPARED);
        questions.put("what was given for a time is where its last record says", told("grant") + """
                , last as (select distinct on (id) id, step from told order by id, number desc)
                select t.id || ': ' || t.state || ', and on record is ' || coalesce(last.step, 'nothing')
                  from grants.time t left join last on last.id = t.id::text
                 where coalesce(last.step, 'ASKED') <> t.state
                    or (t.ends_at is not null) <> exists (select from told where told.id = t.id::text and step = 'RUNNING')
                    or (t.taking_back is not null) <> exists (select from told where told.id = t.id::text and step = 'ENDING')
                union all
                select id || ': on record alone' from told where id not in (select id::text from grants.time)
                """);
        // What became of it is told by a record that ends it, or by one that says what took its place.
        questions.put(
                "what waits for a second person, and only that, has a record of it alone", told("proposal") + """
                , over as (
                  select id from told where step = 'ended'
                  union
                  select body::jsonb -> 'marks' ->> 'replaces' from audit.record where kind = 'DATA')
                , open as (
                  select told.id, values.value
                    from told left join audit.personal values on values.record = told.number and values.name = 'fact.after'
                   where told.step = 'proposed' and told.id not in (select id from over where id is not null))
                select coalesce(p.id::text, open.id) || ': ' || coalesce(p.kind || ' ' || p.key, 'on record alone')
                  from requests.proposal p full join open on open.id = p.id::text
                 where p.id is null or open.id is null
                    or open.value <> '{' || (select string_agg(one.key || '=' || one.value, ', ' order by one.key collate "C")
                                               from jsonb_each_text(p.after) one) || '}'
                union all
                select over.id || ': ended, and never proposed' from over
                 where over.id is not null and over.id not in (select id from told where step = 'proposed')
                """);
        return questions;
    }

    private static String told(String begins) {
        return TOLD.formatted(begins);
    }
}
