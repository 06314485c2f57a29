package se.handtag.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SerialEndingTest {
    @Test
    void shows_the_last_four_characters() {
        assertThat(SerialEnding.of("F2LXK7QX")).isEqualTo("…K7QX");
        assertThat(SerialEnding.with("iPhone 16", " F2LXK7QX ")).isEqualTo("iPhone 16 …K7QX");
    }

    @Test
    void shows_a_short_one_whole_and_nothing_for_none() {
        assertThat(SerialEnding.of("02PM")).isEqualTo("02PM");
        assertThat(SerialEnding.of(null)).isEmpty();
        assertThat(SerialEnding.with("iPhone 16", null)).isEqualTo("iPhone 16");
    }
}
