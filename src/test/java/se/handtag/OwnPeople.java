package se.handtag;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Each portal of a test's process knows who is signed in by a strategy of its own, and looks for it in a place that all of them share
 * (Vaadin's, in {@link SecurityContextHolder}): the one that was started last would leave the others without anybody.
 */
public final class OwnPeople implements TestExecutionListener, Ordered {
    /** Once the test has its portal. */
    private static final int AFTER_INJECTION = 2500;

    private static final Map<ApplicationContext, SecurityContextHolderStrategy> STRATEGIES = new ConcurrentHashMap<>();

    @Override
    public int getOrder() {
        return AFTER_INJECTION;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        putBack(test.getApplicationContext());
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        putBack(test.getApplicationContext());
    }

    /** Who is met for the first time was started last. */
    private static void putBack(ApplicationContext portal) {
        var strategy = STRATEGIES.computeIfAbsent(portal, _ -> SecurityContextHolder.getContextHolderStrategy());
        if (SecurityContextHolder.getContextHolderStrategy() != strategy) {
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }
}
