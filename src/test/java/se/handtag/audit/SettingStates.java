package se.handtag.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What should hold between what IT sets and the log. A setting outlives whatever set it, so that the whole log is asked for
 * what was last said of it. A record whose text is erased, or from before imports told their values, is compared with nothing.
 *
 * <p>Not compared: the erasure of somebody's names, after which nothing is kept that could be.
 */
final class SettingStates {
    /** The newest record about each key, and the values that it says have held since. */
    private static final String SAID = """
            with said as (
              select distinct on (key) key, after from (
                select r.id, %s as key,
                       (select a.value from audit.personal a where a.record = r.id and a.name = 'fact.after') as after
                  from audit.record r %s
                 where r.kind = 'DATA' and r.body::jsonb ->> 'action' = '%s'
                   and r.body::jsonb ->> 'outcome' in ('imported', 'allowed', 'approved')) as told
               order by key, id desc)
            """;

    private static final String COMPARED = """
            select coalesce(kept.key, said.key) || ': ' || coalesce(kept.values, 'nothing') || ', and on record is '
                   || coalesce(said.after, 'nothing')
              from kept full join said on said.key = kept.key
             where (said.key is null and not kept.untouched) or kept.key is null or said.after <> kept.values
            """;

    private static final String NAMED = "join audit.personal named on named.record = r.id and named.name = 'fact.%s'";

    private SettingStates() {}

    static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(
                "an app is offered as its last record says",
                said("named.value", "app", "change-catalogue") + """
                , kept as (
                  select package_id || ' (' || platform || ', ' || store || ')' as key,
                         format('{approval=%s, english=%s, group=%s, licence=%s, offered=%s, swedish=%s}', approval, english,
                                only_group, vpp::text, offered::text, swedish) as values,
                         not offered and only_group is null and approval = 'MANAGER' and not vpp
                           and english is null and swedish is null as untouched
                    from catalogue.app)
                """ + COMPARED);
        questions.put(
                "a configuration is as its last record says",
                SAID.formatted("r.subject", "", "describe-configuration") + """
                , kept as (
                  select 'tag/' || tag as key,
                         format('{approval=%s, days=%s, english=%s, englishName=%s, offered=%s, picture=%s, platforms=%s, '
                                  || 'swedish=%s, swedishName=%s, target=%s}', approval, longest_days, english, english_name,
                                offered::text, picture, array_to_string(platforms, ' '), swedish, swedish_name, target)
                           as values,
                         false as untouched
                    from catalogue.configuration)
                """ + COMPARED);
        questions.put(
                "a group's approvers are those of its last record",
                said("named.value", "group", "change-approvers") + """
                , groups as (
                  select path from requests.approver_group union select group_path from requests.approver)
                , kept as (
                  select replace(path, '/', ' › ') as key,
                         format('{approvers=%s}', (select string_agg(address, ', ' order by address collate "C")
                                                     from requests.approver where group_path = path)) as values,
                         false as untouched
                    from groups
                  union
                  -- Whose last approver went has none, which is a state as well.
                  select key, '{approvers=}', false from said
                   where key not in (select replace(path, '/', ' › ') from groups))
                """ + COMPARED);
        return questions;
    }

    private static String said(String key, String fact, String action) {
        return SAID.formatted(key, NAMED.formatted(fact), action);
    }
}
