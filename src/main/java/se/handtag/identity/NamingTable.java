package se.handtag.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of a room with columns that name people.
 *
 * @param table with its schema
 * @param at an expression: when the row was written
 * @param over a condition: nothing of the row is needed any more but what it proves
 * @param names columns that hold a name
 * @param texts columns of free text, which may be null
 * @param json columns of JSON whose texts may name somebody
 * @param marks arrays of addresses, or of what a human is known by
 */
public record NamingTable(
        String table,
        String at,
        String over,
        List<String> names,
        List<String> texts,
        List<String> json,
        List<String> marks) {

    /** Replaces what they are called, wherever it stands as a word of its own, in rows that are over. */
    public void erase(JdbcClient database, Forgotten whom) {
        for (String word : whom.words()) {
            Stream.concat(names.stream(), texts.stream())
                    .forEach(column -> database.sql("""
                            update %2$s set %1$s = regexp_replace(%1$s, :word, :instead, 'gi') where %1$s ~* :word and %3$s
                            """.formatted(column, table, over))
                            .param("word", word)
                            .param("instead", "\\1" + Forgotten.NAME + "\\2")
                            .update());
            // The name of a field is none of a person.
            json.forEach(column -> database.sql("""
                            update %2$s set %1$s = regexp_replace(%1$s::text, :word || '(?!: )', :instead, 'gi')::jsonb
                             where %1$s::text ~* :word and %3$s
                            """.formatted(column, table, over))
                    .param("word", word)
                    .param("instead", "\\1" + Forgotten.NAME + "\\2")
                    .update());
        }
        for (String column : marks) {
            database.sql("""
                            update %2$s set %1$s = array(select mark from unnest(%1$s) mark where mark <> all(:marks))
                             where %1$s && cast(:marks as text[]) and %3$s
                            """.formatted(column, table, over))
                    .params(whom.parameters())
                    .update();
        }
    }

    /** Empties all of it in rows that were over by then; JSON stays, since each room knows what of its own names somebody. */
    public void eraseBefore(JdbcClient database, Instant time) {
        String all = Stream.of(
                        names.stream()
                                .map(column -> "%1$s = case when %1$s is not null then :erased end".formatted(column)),
                        texts.stream().map("%s = null"::formatted),
                        marks.stream().map("%s = '{}'"::formatted))
                .flatMap(columns -> columns)
                .collect(Collectors.joining(", "));
        String named = names.stream().map("%s <> :erased"::formatted).collect(Collectors.joining(" or "));
        database.sql("update %s set %s where %s < :time and %s and (%s)".formatted(table, all, at, over, named))
                .param("erased", Forgotten.NAME)
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .update();
    }
}
