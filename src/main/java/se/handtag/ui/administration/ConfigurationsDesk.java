package se.handtag.ui.administration;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.identity.SignedIn;

/** Keeps what IT writes about a tag, and puts on record who did. */
@Component
class ConfigurationsDesk {
    private final Configurations configurations;
    private final AuditLog log;
    private final SignedIn signedIn;

    ConfigurationsDesk(Configurations configurations, AuditLog log, SignedIn signedIn) {
        this.configurations = configurations;
        this.log = log;
        this.signedIn = signedIn;
    }

    @PreAuthorize("hasRole('IT')")
    @Transactional
    public void save(Configuration one) {
        configurations.save(one);
        log.append(AuditEntry.of(AuditKind.DATA)
                .by(signedIn.actor())
                .subject("tag/" + one.tag(), one.tagName())
                .action("describe-configuration")
                .outcome(one.offered() ? "offered" : "not offered")
                .mark("approval", one.approval().name())
                .mark(
                        "longestDays",
                        one.longestDays() == null ? null : one.longestDays().toString())
                .fact("english", one.englishName())
                .fact("swedish", one.swedishName()));
    }
}
