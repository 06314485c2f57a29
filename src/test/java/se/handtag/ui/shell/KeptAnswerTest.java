package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KeptAnswerTest {
    private static final String ANSWER =
            "{\"title\":\"Enheter – Handtag\",\"text\":\"Ändrar … 🔒 \\\"så\\\"\",\"id\":7}";

    @Test
    void says_the_same() {
        var json = JsonMapper.shared();
        assertThat(json.readTree(KeptAnswer.escaped(ANSWER))).isEqualTo(json.readTree(ANSWER));
    }

    @Test
    void takes_one_byte_a_letter() {
        assertThat(KeptAnswer.escaped(ANSWER).chars()).allMatch(letter -> letter <= 0xFF);
    }

    @Test
    void is_left_alone_when_it_does_so_already() {
        var plain = "for(;;);[{\"text\":\"Ändrar\"}]";
        assertThat(KeptAnswer.escaped(plain)).isSameAs(plain);
    }
}
