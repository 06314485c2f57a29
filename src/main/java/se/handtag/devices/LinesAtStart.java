package se.handtag.devices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** Brings the index into this node's memory when the portal has started, so that the first to search does not wait for it. */
@Component
class LinesAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LinesAtStart.class);

    private final NodeLines lines;

    LinesAtStart(NodeLines lines) {
        this.lines = lines;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.startVirtualThread(() -> {
            try {
                lines.upToDate();
            } catch (NestedRuntimeException later) {
                LOG.info("The first search reads the index: {}", later.getMessage());
            }
        });
    }
}
