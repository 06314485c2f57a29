package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptAnswerTest {
    private static final String PAGE =
            "for(;;);[" + "{\"title\":\"Enheter – Handtag\",\"text\":\"Ändrar … 🔒 \\\"så\\\"\"},".repeat(100) + "{}]";

    @Test
    void comes_out_as_it_went_in() {
        assertThat(KeptAnswer.unpacked(KeptAnswer.packed(PAGE))).isEqualTo(PAGE);
    }

    @Test
    void takes_far_less_and_one_byte_a_letter() {
        String packed = KeptAnswer.packed(PAGE);
        assertThat(packed.length()).isLessThan(PAGE.length() / 5);
        assertThat(packed.chars()).allMatch(letter -> letter <= 0xFF);
    }

    @Test
    void is_packed_once_alone() {
        String packed = KeptAnswer.packed(PAGE);
        assertThat(KeptAnswer.packed(packed)).isSameAs(packed);
    }

    @Test
    void is_left_alone_when_it_is_short() {
        var plain = "for(;;);[{\"text\":\"Ändrar\"}]";
        assertThat(KeptAnswer.packed(plain)).isSameAs(plain);
        assertThat(KeptAnswer.unpacked(plain)).isSameAs(plain);
    }
}
