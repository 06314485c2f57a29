package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.OneReading;
import se.handtag.PortalTest;
import tools.jackson.core.type.TypeReference;

/** What the MDM said last, as it is kept. */
@PortalTest
class PicturesTest {
    private static final TypeReference<String> WORDS = new TypeReference<>() {};

    @Autowired
    Pictures pictures;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate together;

    private String waits() {
        return database.sql("show synchronous_commit").query(String.class).single();
    }

    @Test
    void what_is_kept_is_read_again_and_nobody_else_waits_less_for_the_disk() {
        pictures.read("test/a", WORDS, () -> "first");
        pictures.read("test/a", WORDS, () -> "second");
        assertThat(pictures.known("test/a", WORDS)).contains("second");
        assertThat(waits()).isEqualTo("on");
    }

    @Test
    void within_a_transaction_that_transaction_still_waits_for_the_disk() {
        String within = together.execute(_ -> {
            pictures.read("test/b", WORDS, () -> "something");
            return waits();
        });
        assertThat(within).isEqualTo("on");
        assertThat(pictures.known("test/b", WORDS)).contains("something");
    }

    @Test
    void while_a_page_is_read_it_is_what_this_page_heard_last() {
        pictures.read("test/c", WORDS, () -> "first");
        OneReading.of(() -> {
            assertThat(pictures.known("test/c", WORDS)).contains("first");
            assertThat(pictures.asOf("test/c")).isPresent();
            pictures.read("test/c", WORDS, () -> "second");
            assertThat(pictures.known("test/c", WORDS)).contains("second");
        });
    }

    @Test
    void while_a_page_is_read_what_another_page_hears_does_not_change_it() {
        pictures.read("test/d", WORDS, () -> "first");
        try (var another = Executors.newSingleThreadExecutor()) {
            OneReading.of(() -> {
                assertThat(pictures.known("test/d", WORDS)).contains("first");
                var heard = another.submit(() -> pictures.read("test/d", WORDS, () -> "second"));
                assertThat(heard).succeedsWithin(Duration.ofSeconds(30));
                assertThat(pictures.known("test/d", WORDS)).contains("first");
            });
        }
        assertThat(pictures.known("test/d", WORDS)).contains("second");
    }
}
