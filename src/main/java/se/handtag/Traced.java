package se.handtag;

import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/** Work that goes on in a thread of its own, under the trace and the name of the request that it belongs to. */
public final class Traced {
    private Traced() {}

    /** The same work, for another thread; called in that of the request. */
    public static Runnable work(Runnable work) {
        Map<String, String> names = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        return new ContextPropagatingTaskDecorator().decorate(() -> {
            MDC.setContextMap(names);
            work.run();
        });
    }
}
