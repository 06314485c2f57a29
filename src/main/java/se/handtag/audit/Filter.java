package se.handtag.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A query as a condition on {@code audit.record r}. */
record Filter(String sql, Map<String, Object> parameters) {
    /** The number of a request, a command, a device or a person's pseudonym, or what a record is about, such as a user's number. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+/[0-9a-f-]+");

    private static final String BY_ID =
            " and (request = :text or command = :text or actor = :text or on_behalf_of = :text"
                    + " or affected = :text or subject in (:text, 'device/' || :text))";
    private static final String BY_WORDS =
            " and (lower(body::jsonb ->> 'outcome') = :text or lower(body::jsonb ->> 'action') = :text"
                    + " or exists (select 1 from audit.personal p where p.record = r.id"
                    + " and p.name in ('actor', 'onBehalfOf', 'label') and position(:text in lower(p.value)) > 0))";

    static Filter of(AuditQuery query) {
        var sql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (query.from() != null) {
            sql.append(" and at >= :from");
            parameters.put("from", OffsetDateTime.ofInstant(query.from(), ZoneOffset.UTC));
        }
        if (query.until() != null) {
            sql.append(" and at < :until");
            parameters.put("until", OffsetDateTime.ofInstant(query.until(), ZoneOffset.UTC));
        }
        if (query.kind() != null) {
            sql.append(" and kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        if (query.subject() != null) {
            sql.append(" and subject = :subject");
            parameters.put("subject", query.subject());
        }
        if (query.request() != null) {
            sql.append(" and request = :request");
            parameters.put("request", query.request().toString());
        }
        if (query.text() != null && !query.text().isBlank()) {
            String text = query.text().strip().toLowerCase(Locale.ROOT);
            sql.append(ID.matcher(text).matches() ? BY_ID : BY_WORDS);
            parameters.put("text", text);
        }
        return new Filter(sql.toString(), parameters);
    }
}
