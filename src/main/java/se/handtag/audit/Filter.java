package se.handtag.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A query as a condition on {@code audit.record r}. */
record Filter(String sql, Map<String, Object> parameters) {

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
            sql.append(" and exists (select 1 from audit.personal p where p.record = r.id"
                    + " and p.name in ('actor', 'onBehalfOf', 'label') and position(:text in lower(p.value)) > 0)");
            parameters.put("text", query.text().strip().toLowerCase(Locale.ROOT));
        }
        return new Filter(sql.toString(), parameters);
    }
}
