package se.handtag.trial.mdm.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on, and how each is played. The first that fits a call strikes it. */
public final class Faults {
    /** Names the fault for this one call; counts before those that are switched on. */
    public static final String HEADER = "X-Trial-Fault";

    private static final byte[] GARBAGE =
            "{\"Id\":17,\"Name\":\"<html>\u0007 not what was promised".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOISE = {
        0x16, 0x03, 0x01, 0, 0x2a, (byte) 0xff, '\r', '\n', 0x7f, '\r', '\n', '\r', '\n'
    };

    private List<Fault> on = List.of();

    /** Carries a call out. */
    public interface Effect {
        Answer of(Call call) throws IOException;
    }

    /** Is told of each fault that strikes a call. */
    public interface Witness {
        void struck(Fault fault, Call call);
    }

    /** Switches one more on. */
    public synchronized void add(Fault fault) {
        var more = new ArrayList<>(on);
        more.add(fault);
        on = List.copyOf(more);
    }

    /** Switches all off. */
    public synchronized void clear() {
        on = List.of();
    }

    /** Those that are on. */
    public synchronized List<Fault> on() {
        return on;
    }

    /** Answers a call, or does not, as the fault that strikes it wants. */
    public void play(Exchange exchange, Effect effect, Witness witness) throws IOException {
        Call call = exchange.call();
        Fault fault = strikes(call);
        if (fault == null) {
            exchange.answer(effect.of(call));
            return;
        }
        witness.struck(fault, call);
        if (fault.kind().takesEffect()) {
            spoil(exchange, fault, effect.of(call).whole());
        } else {
            prevent(exchange, fault, effect);
        }
    }

    private static void prevent(Exchange exchange, Fault fault, Effect effect) throws IOException {
        switch (fault.kind()) {
            case DELAY -> {
                Exchange.pause(fault.time());
                exchange.answer(effect.of(exchange.call()));
            }
            case RESET -> exchange.reset();
            case HANGUP -> throw exchange.hangUp();
            case ERROR -> exchange.answer(Answer.error(fault.status(), "Something went wrong on purpose.", Map.of()));
            case THROTTLE ->
                exchange.answer(Answer.error(
                        429,
                        "Too many calls, on purpose.",
                        Map.of("Retry-After", Long.toString(fault.time().toSeconds()))));
            case NOISE -> exchange.noise(NOISE);
            case GARBAGE, TRUNCATED, EMPTY, SLOW, LOST, LATE, NEWER -> throw new IllegalStateException("takes effect");
        }
    }

    private static void spoil(Exchange exchange, Fault fault, Answer.Whole answer) throws IOException {
        switch (fault.kind()) {
            case GARBAGE -> exchange.answer(Answer.json(GARBAGE));
            case TRUNCATED -> exchange.truncated(answer);
            case EMPTY -> exchange.answer(Answer.nothing());
            case SLOW -> exchange.slowly(answer, fault.time());
            case LOST -> exchange.reset();
            case LATE -> {
                Exchange.pause(fault.time());
                exchange.answer(answer);
            }
            case NEWER -> exchange.answer(newer(answer));
            case DELAY, RESET, HANGUP, ERROR, THROTTLE, NOISE -> throw new IllegalStateException("has no effect");
        }
    }

    private static Answer newer(Answer.Whole answer) {
        String more =
                new String(answer.body(), StandardCharsets.UTF_8).replace("{\"", "{\"Addition\":\"one thing more\",\"");
        return new Answer.Whole(answer.status(), answer.headers(), more.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Fault strikes(Call call) {
        String header = call.header(HEADER);
        return header != null ? Fault.ofHeader(header) : next(call);
    }

    private synchronized @Nullable Fault next(Call call) {
        for (Fault fault : on) {
            if (fault.strikes(call)) {
                used(fault);
                return fault;
            }
        }
        return null;
    }

    private void used(Fault fault) {
        Integer count = fault.count();
        if (count != null) {
            var left = new ArrayList<>(on);
            int index = left.indexOf(fault);
            if (count > 1) {
                left.set(index, fault.oneLess());
            } else {
                left.remove(index);
            }
            on = List.copyOf(left);
        }
    }
}
