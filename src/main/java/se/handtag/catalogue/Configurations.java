package se.handtag.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.OneReading;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;

/** The tags that people may ask for. A tag that IT has not written about is not offered. */
@Component
public class Configurations {
    private final JdbcClient database;

    Configurations(JdbcClient database) {
        this.database = database;
    }

    /** All of them, offered or not, by their English name. */
    public List<Configuration> all() {
        return database.sql("select * from catalogue.configuration order by lower(english_name)")
                .query(Configurations::configuration)
                .list();
    }

    /** Those that may be asked for. */
    public List<Configuration> offered() {
        return all().stream().filter(Configuration::offered).toList();
    }

    public Optional<Configuration> find(TagId tag) {
        return database.sql("select * from catalogue.configuration where tag = :tag")
                .param("tag", tag.value())
                .query(Configurations::configuration)
                .optional();
    }

    /** Several; those that IT has not written about are left out. */
    public Map<TagId, Configuration> find(Set<TagId> tags) {
        return tags.isEmpty() ? Map.of() : OneReading.told(new Found(Set.copyOf(tags)), () -> findNow(tags));
    }

    private record Found(Set<TagId> tags) {}

    private Map<TagId, Configuration> findNow(Set<TagId> tags) {
        return database
                .sql("select * from catalogue.configuration where tag = any(:tags)")
                .param("tags", tags.stream().map(TagId::value).toArray(Integer[]::new))
                .query(Configurations::configuration)
                .list()
                .stream()
                .collect(Collectors.toMap(Configuration::tag, Function.identity()));
    }

    /** As part of the caller's transaction, in which it is put on record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Configuration one) {
        Longest.LABEL.demand(one.englishName(), one.swedishName());
        Longest.TEXT.demand(one.english(), one.swedish());
        write(
                one,
                "do update set tag_name = excluded.tag_name, picture = excluded.picture, target = excluded.target,"
                        + " platforms = excluded.platforms, approval = excluded.approval, longest_days = excluded.longest_days,"
                        + " english_name = excluded.english_name, swedish_name = excluded.swedish_name,"
                        + " english = excluded.english, swedish = excluded.swedish, offered = excluded.offered");
    }

    /** What is there stays. @return whether it was new */
    boolean addIfNew(Configuration one) {
        return write(one, "do nothing") == 1;
    }

    private int write(Configuration one, String onConflict) {
        return database.sql("""
                        insert into catalogue.configuration (tag, tag_name, picture, target, platforms, approval, longest_days,
                          english_name, swedish_name, english, swedish, offered)
                        values (:tag, :tagName, :picture, :target, :platforms, :approval, :longestDays,
                          :englishName, :swedishName, :english, :swedish, :offered)
                        on conflict (tag)
                        """ + onConflict)
                .param("tag", one.tag().value())
                .param("tagName", one.tagName())
                .param("picture", one.picture().name())
                .param("target", one.target().name())
                .param(
                        "platforms",
                        one.platforms().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("approval", one.approval().name())
                .param("longestDays", one.longestDays())
                .param("englishName", one.englishName())
                .param("swedishName", one.swedishName())
                .param("english", one.english())
                .param("swedish", one.swedish())
                .param("offered", one.offered())
                .update();
    }

    private static Configuration configuration(ResultSet row, int number) throws SQLException {
        return new Configuration(
                new TagId(row.getInt("tag")),
                row.getString("tag_name"),
                Configuration.Picture.valueOf(row.getString("picture")),
                Configuration.Target.valueOf(row.getString("target")),
                platforms(row.getArray("platforms")),
                CatalogueApp.Approval.valueOf(row.getString("approval")),
                days(row.getObject("longest_days", Integer.class)),
                row.getString("english_name"),
                row.getString("swedish_name"),
                row.getString("english"),
                row.getString("swedish"),
                row.getBoolean("offered"));
    }

    private static @Nullable Integer days(@Nullable Integer days) {
        return days;
    }

    private static Set<Platform> platforms(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Platform::valueOf).collect(Collectors.toSet());
    }
}
