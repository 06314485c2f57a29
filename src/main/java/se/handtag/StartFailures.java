package se.handtag;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a refused start in its own words on standard error, instead of Spring Boot's report and a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        var refused = StartRefused.in(failure);
        if (refused == null) {
            return false;
        }
        System.err.println(refused.getMessage());
        return true;
    }
}
