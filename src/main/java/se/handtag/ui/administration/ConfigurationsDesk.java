package se.handtag.ui.administration;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.TagId;
import se.handtag.requests.Guarded;
import se.handtag.requests.Proposal;
import se.handtag.requests.SecondPerson;

/** Keeps what IT writes about a tag. */
@Component
class ConfigurationsDesk implements Guarded {
    private static final String KIND = "configuration";

    private final Configurations configurations;
    private final SecondPerson second;
    private final SignedIn signedIn;

    ConfigurationsDesk(Configurations configurations, SecondPerson second, SignedIn signedIn) {
        this.configurations = configurations;
        this.second = second;
        this.signedIn = signedIn;
    }

    /** Keeps it at once, or once a second person agrees. */
    Proposal.Outcome save(Configuration one) {
        return second.change(signedIn.actor(), KIND, one.tag().toString(), one.tagName(), one.values());
    }

    /** Whether a change of it waits for a second person. */
    boolean waits(TagId tag) {
        return second.waiting(signedIn.person(), KIND, tag.toString()).isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<String, String> now(String key) {
        return configurations
                .find(new TagId(Integer.parseInt(key)))
                .map(Configuration::values)
                .orElseGet(TreeMap::new);
    }

    @Override
    public boolean looser(SortedMap<String, String> before, SortedMap<String, String> after) {
        var any = new TagId(0);
        Configuration later = Configuration.of(any, "", after);
        return later.looserThan(before.isEmpty() ? null : Configuration.of(any, "", before));
    }

    @Override
    public void set(String key, String label, SortedMap<String, String> after) {
        configurations.save(Configuration.of(new TagId(Integer.parseInt(key)), label, after));
    }

    @Override
    public AuditEntry record(String key, String label) {
        return AuditEntry.of(AuditKind.DATA).subject("tag/" + key, label).action("describe-configuration");
    }
}
