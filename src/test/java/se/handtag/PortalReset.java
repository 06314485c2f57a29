package se.handtag;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import se.handtag.requests.SettableWaits;

/** Takes the portal back to its first day before each test. */
class PortalReset implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        var portal = SpringExtension.getApplicationContext(test);
        portal.getBean(SettableWaits.class).back();
        portal.getBean(PortalState.class).startOver();
    }
}
