package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecheckTimesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void those_who_come_at_once_are_asked_about_within_a_minute_of_the_five_and_never_later_than_is_set() {
        var times = new RecheckTimes(Duration.ofMinutes(5), new Random(1));
        var asked =
                Stream.generate(() -> times.next(MORNING)).limit(600).sorted().toList();
        assertThat(asked.getFirst()).isBetween(MORNING.plusSeconds(240), MORNING.plusSeconds(242));
        assertThat(asked.getLast()).isBetween(MORNING.plusSeconds(298), MORNING.plusSeconds(300));
        for (int second = 240; second < 300; second += 10) {
            var from = MORNING.plusSeconds(second);
            assertThat(asked)
                    .filteredOn(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(10)))
                    .as("within the ten seconds from %s", from)
                    .hasSizeBetween(60, 140);
        }
    }

    @Test
    void where_nobody_is_asked_about_there_is_nothing_to_spread() {
        assertThat(new RecheckTimes(Duration.ZERO, new Random(1)).next(MORNING)).isEqualTo(MORNING);
    }
}
