package se.handtag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import se.handtag.identity.OwnScreens;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.PortalRules;
import se.handtag.requests.Desk;
import se.handtag.requests.SettableWaits;
import se.handtag.requests.Stages;
import se.handtag.ui.words.SettablePatience;

/**
 * A test with the whole portal, on the sample company, with a real PostgreSQL and a real trial MDM whose devices move only
 * when {@link PortalMdm#tick} says so. Every such class shares one portal; before each test everything but the log is as
 * on the first day ({@link PortalState}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HandtagApplication.class,
        properties = {
            "handtag.trial.data=target/test-trial-${handtag.fork:1}",
            "spring.flyway.out-of-order=true",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.trial.speed=0",
            "handtag.mdm.read-timeout=3s",
            "handtag.mdm.call-timeout=3s",
            // The table of who may do what asks for more in an hour than anybody should.
            "handtag.requests.asked-an-hour=2000",
            "db-scheduler.polling-interval=100ms"
        })
@ActiveProfiles("trial")
@Import({
    PortalParts.class,
    SamplePeople.class,
    OwnScreens.class,
    PortalRules.class,
    Desk.class,
    SettableWaits.class,
    SettablePatience.class,
    Stages.class
})
@ExtendWith(PortalReset.class)
@Tag("portal")
public @interface PortalTest {}
