package se.handtag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.PortalRules;
import se.handtag.requests.Desk;
import se.handtag.requests.SettableWaits;
import se.handtag.requests.Stages;
import se.handtag.ui.words.SettablePatience;

/**
 * A {@link PortalTest} whose screens answer at a port, to whoever talks to them without a browser. Every such class shares one
 * portal, which is none of the journeys': here everything that can be pressed may be pressed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HandtagApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/raw-${handtag.fork:1}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.trial.speed=0",
            // A test asks for more in an hour than anybody should, and lets days pass.
            "handtag.requests.asked-an-hour=20000",
            "handtag.identity.longest-session=400d",
            "db-scheduler.polling-interval=100ms",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@Import({
    PortalParts.class,
    SamplePeople.class,
    PortalRules.class,
    Desk.class,
    SettableWaits.class,
    SettablePatience.class,
    Stages.class
})
@ExtendWith(PortalReset.class)
public @interface PortalWithScreens {}
