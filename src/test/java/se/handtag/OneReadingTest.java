package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is asked once while one page is read. */
class OneReadingTest {
    private int asked;

    private Integer ask() {
        return ++asked;
    }

    private List<Integer> told(Object... questions) {
        List<Integer> answers = new ArrayList<>();
        for (Object question : questions) {
            answers.add(OneReading.told(question, this::ask));
        }
        return answers;
    }

    private List<Integer> toldInOneReading(Object... questions) {
        List<Integer> answers = new ArrayList<>();
        OneReading.of(() -> answers.addAll(told(questions)));
        return answers;
    }

    @Test
    void a_question_is_asked_once_for_a_page() {
        assertThat(toldInOneReading("rules", "rules", "people", "rules")).containsExactly(1, 1, 2, 1);
    }

    @Test
    void the_next_page_asks_anew() {
        assertThat(toldInOneReading("rules")).containsExactly(1);
        assertThat(toldInOneReading("rules")).containsExactly(2);
    }

    @Test
    void whatever_is_pressed_asks_each_time() {
        assertThat(told("rules", "rules")).containsExactly(1, 2);
    }

    @Test
    void what_has_changed_is_asked_anew() {
        OneReading.of(() -> {
            assertThat(told("rules", "people")).containsExactly(1, 2);
            OneReading.changed("rules");
            assertThat(told("rules", "people")).containsExactly(3, 2);
        });
        OneReading.changed("rules");
    }

    @Test
    void what_could_not_be_told_is_asked_again() {
        OneReading.of(() -> {
            assertThatThrownBy(() -> OneReading.told("rules", () -> {
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
            assertThat(told("rules")).containsExactly(1);
        });
    }

    @Test
    void what_another_answer_told_too_is_not_asked() {
        OneReading.of(() -> {
            OneReading.alsoTold("rules", 7);
            assertThat(told("rules", "people")).containsExactly(7, 1);
        });
        OneReading.alsoTold("rules", 8);
        assertThat(told("rules")).as("of no page").containsExactly(2);
    }

    @Test
    void what_was_told_before_stays_whatever_another_answer_tells() {
        OneReading.of(() -> {
            assertThat(told("rules")).containsExactly(1);
            OneReading.alsoTold("rules", 7);
            assertThat(told("rules")).containsExactly(1);
        });
    }

    @Test
    void within_a_transaction_each_question_is_asked_for_what_is_so_now() {
        OneReading.of(() -> {
            assertThat(told("rules")).containsExactly(1);
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                assertThat(told("rules", "people")).containsExactly(2, 3);
                OneReading.alsoTold("people", 7);
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
            }
            assertThat(told("rules", "people")).containsExactly(1, 4);
        });
    }
}
