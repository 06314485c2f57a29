package se.handtag.trial;

import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import se.handtag.HandtagApplication;

/** Stops the trial when the portal itself did not come up, so that the process can end. */
final class TrialEnd implements ApplicationListener<ApplicationFailedEvent> {
    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        if (event.getSpringApplication().getMainApplicationClass() == HandtagApplication.class) {
            RunningTrial.stopAll();
        }
    }
}
