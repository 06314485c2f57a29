package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import se.handtag.audit.StatesAndRecords;
import se.handtag.requests.SettableWaits;
import se.handtag.ui.words.SettablePatience;

/** Takes the portal back to its first day before each test, and compares what each test left with the log. */
class PortalReset implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        var portal = SpringExtension.getApplicationContext(test);
        portal.getBean(SettableWaits.class).back();
        portal.getBean(SettablePatience.class).back();
        portal.getBean(PortalState.class).startOver();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(PortalReads.class).release();
        if (!test.getRequiredTestClass().isAnnotationPresent(StatesByHand.class)) {
            assertThat(statesAndRecords(test).differences()).isEmpty();
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        assertThat(statesAndRecords(tests).misplaced()).isEmpty();
    }

    private static StatesAndRecords statesAndRecords(ExtensionContext test) {
        var portal = SpringExtension.getApplicationContext(test);
        return new StatesAndRecords(
                portal.getBean(JdbcClient.class),
                portal.getBean(PortalState.class).newestBefore());
    }
}
