package se.handtag.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A query as a condition on {@code audit.record}. */
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
        if (query.device() != null) {
            sql.append(" and device = :device");
            parameters.put("device", query.device().toString());
        }
        if (query.request() != null) {
            sql.append(" and request = :request");
            parameters.put("request", query.request().toString());
        }
        if (query.text() != null && !query.text().isBlank()) {
            sql.append(" and position(:text in lower(concat_ws(' ', actor, on_behalf_of, device_label))) > 0");
            parameters.put("text", query.text().strip().toLowerCase(Locale.ROOT));
        }
        return new Filter(sql.toString(), parameters);
    }
}
