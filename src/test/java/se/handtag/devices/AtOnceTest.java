package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AtOnceTest {
    private static final List<Integer> MANY = IntStream.range(0, 50).boxed().toList();

    @Test
    void answers_come_in_the_order_of_what_was_asked() {
        assertThat(AtOnce.each(MANY, number -> number * 2))
                .isEqualTo(MANY.stream().map(number -> number * 2).toList());
    }

    @Test
    void several_are_under_way_at_once() {
        var both = new CountDownLatch(2);
        assertThat(AtOnce.each(List.of(1, 2), _ -> met(both))).containsExactly(true, true);
    }

    @Test
    void a_person_with_many_devices_does_not_take_all_calls() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        AtOnce.each(MANY, number -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return number;
        });
        assertThat(most).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void what_fails_once_fails_as_it_is_and_is_not_asked_for_the_rest() {
        var asked = new AtomicInteger();
        var away = new IllegalStateException("away");
        assertThatThrownBy(() -> AtOnce.each(MANY, _ -> {
                    asked.incrementAndGet();
                    throw away;
                }))
                .isSameAs(away);
        assertThat(asked).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void one_alone_is_asked_by_whoever_asks() {
        assertThat(AtOnce.each(List.of(1), _ -> Thread.currentThread())).containsExactly(Thread.currentThread());
    }

    private static boolean met(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
