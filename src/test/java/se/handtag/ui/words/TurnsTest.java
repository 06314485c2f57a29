package se.handtag.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two pages of a session read at once, and four more that were left do not count. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void a_third_page_waits_for_one_of_two_to_end_or_to_be_left() {
        var first = taken();
        var second = taken();
        var third = turns.next();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(third::take, Thread::startVirtualThread);
        assertThat(waiting).isNotDone();
        first.leave();
        waiting.join();
        var fourth = CompletableFuture.runAsync(turns.next()::take, Thread::startVirtualThread);
        assertThat(fourth).isNotDone();
        second.end();
        fourth.join();
    }

    @Test
    void no_more_than_four_that_were_left_go_on_beside_two_and_the_next_comes_when_one_of_them_ends() {
        List<Turns.Turn> left = new ArrayList<>();
        IntStream.range(0, 6).forEach(_ -> {
            left.add(taken());
            left.getLast().leave();
        });
        var next = CompletableFuture.runAsync(turns.next()::take, Thread::startVirtualThread);
        assertThat(next).isNotDone();
        left.getFirst().end();
        next.join();
        var afterwards = CompletableFuture.runAsync(turns.next()::take, Thread::startVirtualThread);
        assertThat(afterwards).isNotDone();
        left.getLast().end();
        afterwards.join();
    }

    private Turns.Turn taken() {
        var turn = turns.next();
        turn.take();
        return turn;
    }
}
