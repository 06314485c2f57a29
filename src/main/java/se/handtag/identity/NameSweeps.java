package se.handtag.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.Erased;
import se.handtag.identity.NamesKept.Place;

/** Looks for names in a room's tables, and clears them. */
@Component
public class NameSweeps {
    private final JdbcClient database;
    private final Clock clock;

    NameSweeps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How much of theirs a room has, and how much of it is at work; kinds of which there is nothing are left out. */
    public List<Place> places(NamesKept room, Whose whose) {
        List<Place> places = new ArrayList<>();
        for (NameSweep sweep : room.theirs()) {
            places.add(database.sql("select count(*) filter (where not (" + sweep.atWork() + ")) as ended,"
                            + " count(*) filter (where " + sweep.atWork() + ") as at_work from " + sweep.table()
                            + " where " + sweep.theirs())
                    .params(parameters(whose))
                    .query((row, _) -> new Place(sweep.kind(), row.getInt("ended"), row.getInt("at_work")))
                    .single());
        }
        return some(places);
    }

    /** Clears what is not at work, as part of the caller's transaction. @return what was cleared */
    public List<Place> erase(NamesKept room, Whose whose) {
        List<Place> places = new ArrayList<>();
        for (NameSweep sweep : room.theirs()) {
            int cleared = database.sql(
                            statement(sweep) + " where " + sweep.theirs() + " and not (" + sweep.atWork() + ")")
                    .params(parameters(whose))
                    .update();
            places.add(new Place(sweep.kind(), cleared, 0));
        }
        return some(places);
    }

    /**
     * Clears what was before, at most so many of each kind, as part of the caller's transaction.
     *
     * @return what was cleared; empty when there is no more
     */
    public List<Place> eraseOlder(NamesKept room, Instant before, int most) {
        Map<String, Object> parameters = parameters(Whose.EVERYBODY);
        parameters.put("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
        parameters.put("most", most);
        List<Place> places = new ArrayList<>();
        for (NameSweep sweep : room.older()) {
            int cleared = database.sql(statement(sweep) + " where ctid = any(array(select ctid from " + sweep.table()
                            + " where " + sweep.theirs() + " and not (" + sweep.atWork()
                            + ") limit :most for update skip locked))")
                    .params(parameters)
                    .update();
            places.add(new Place(sweep.kind(), cleared, 0));
        }
        return some(places);
    }

    private static String statement(NameSweep sweep) {
        return sweep.changes().isEmpty()
                ? "delete from " + sweep.table()
                : "update " + sweep.table() + " set " + String.join(", ", sweep.changes());
    }

    private Map<String, Object> parameters(Whose whose) {
        Map<String, Object> parameters = new HashMap<>(whose.parameters());
        parameters.put("name", Erased.NAME);
        parameters.put("text", Erased.TEXT);
        parameters.put("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return parameters;
    }

    /** Each kind once, and none of which there is nothing. */
    private static List<Place> some(List<Place> places) {
        Map<String, Place> kinds = new LinkedHashMap<>();
        places.forEach(place -> kinds.merge(place.kind(), place, Place::and));
        return kinds.values().stream().filter(place -> !place.isNone()).toList();
    }
}
