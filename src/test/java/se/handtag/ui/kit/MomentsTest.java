package se.handtag.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:46:00Z");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Moments english = new Moments(Languages.ENGLISH, STOCKHOLM, NOW);
    private final Moments swedish = new Moments(Languages.SWEDISH, STOCKHOLM, NOW);

    @Test
    void tells_today_by_the_clock_alone() {
        assertThat(absolute(english, "2026-11-24T09:41:00Z")).isEqualTo("10:41");
    }

    @Test
    void names_the_day_before_and_the_day_after() {
        assertThat(absolute(english, "2026-11-23T07:12:00Z")).isEqualTo("yesterday 08:12");
        assertThat(absolute(swedish, "2026-11-23T07:12:00Z")).isEqualTo("i går 08:12");
        assertThat(absolute(swedish, "2026-11-25T07:12:00Z")).isEqualTo("i morgon 08:12");
    }

    @Test
    void leaves_out_the_year_only_when_it_is_this_one() {
        assertThat(absolute(english, "2026-03-02T07:12:00Z")).isEqualTo("2 Mar 08:12");
        assertThat(absolute(swedish, "2025-10-20T09:46:00Z")).isEqualTo("20 okt. 2025 11:46");
    }

    @Test
    void decides_what_today_is_where_the_person_is() {
        var auckland = new Moments(Languages.ENGLISH, ZoneId.of("Pacific/Auckland"), NOW);
        assertThat(absolute(auckland, "2026-11-23T10:30:00Z")).isEqualTo("yesterday 23:30");
        assertThat(absolute(auckland, "2026-11-23T11:30:00Z")).isEqualTo("00:30");
    }

    @Test
    void counts_minutes_then_hours_then_days() {
        assertThat(relative(english, "2026-11-24T09:45:31Z")).isEqualTo("just now");
        assertThat(relative(english, "2026-11-24T09:42:00Z")).isEqualTo("4 min ago");
        assertThat(relative(english, "2026-11-24T08:46:00Z")).isEqualTo("1 hour ago");
        assertThat(relative(swedish, "2026-11-24T05:00:00Z")).isEqualTo("för 4 timmar sedan");
        assertThat(relative(swedish, "2026-11-23T08:00:00Z")).isEqualTo("för 1 dag sedan");
        assertThat(relative(english, "2026-11-18T08:00:00Z")).isEqualTo("6 days ago");
    }

    @Test
    void looks_ahead_as_well() {
        assertThat(relative(swedish, "2026-11-24T09:56:00Z")).isEqualTo("om 10 min");
        assertThat(relative(english, "2026-11-26T09:46:00Z")).isEqualTo("in 2 days");
    }

    @Test
    void gives_the_date_when_counting_days_says_little() {
        assertThat(relative(english, "2026-09-01T09:46:00Z")).isEqualTo("1 Sept 2026");
    }

    @Test
    void is_whole_with_seconds_and_zone_for_records() {
        assertThat(english.whole(Instant.parse("2026-11-24T09:41:07Z"))).isEqualTo("Tue 24 Nov 2026, 10:41:07 CET");
    }

    private static String absolute(Moments moments, String when) {
        return moments.absolute(Instant.parse(when), words(moments.locale()));
    }

    private static String relative(Moments moments, String when) {
        return moments.relative(Instant.parse(when), words(moments.locale()));
    }

    private static Moments.Words words(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/kit");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return (key, parameters) -> messages.getMessage(key, parameters, locale);
    }
}
