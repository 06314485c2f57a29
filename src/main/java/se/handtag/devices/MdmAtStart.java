package se.handtag.devices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import se.handtag.mdm.MdmProbe;

/** Tries the MDM once when the portal has started, and tells IT what is wrong; the portal runs on without it. */
@Component
class MdmAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(MdmAtStart.class);

    private final MdmProbe probe;

    MdmAtStart(MdmProbe probe) {
        this.probe = probe;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.startVirtualThread(() -> {
            MdmProbe.Finding finding = probe.probe();
            if (!finding.isGood()) {
                LOG.warn("The MDM cannot be used now: {}", finding.words());
            }
        });
    }
}
