package se.handtag.notifications;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people inside the transaction in which something happened, and yet apart from it: they are told exactly when it
 * happened, but that they cannot be told never keeps it from happening. A phone is locked though words for a mail are missing.
 */
@Component
class Apart {
    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);

    private final TransactionTemplate savepoint;

    Apart(PlatformTransactionManager transactions) {
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Everything of it is told, or nothing. @param what for whoever reads why nobody was told */
    void tell(Object what, Runnable telling) {
        try {
            savepoint.executeWithoutResult(_ -> telling.run());
        } catch (RuntimeException failed) {
            LOG.error("Nobody could be told of {}", what, failed);
        }
    }
}
