package se.handtag.identity;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who has signed in. The provider's number stays, so that whoever comes back is who they were; whom they led is led by their
 * own manager until the provider says otherwise.
 */
@Component
class AccountNames implements NamesKept {
    private static final List<NameSweep> SWEEPS = List.of(
            NameSweep.of("led", "identity.person", "manager = any(:taken) and id <> all(:persons)")
                    .set("""
                            manager = (select above.manager from identity.person above
                              where above.id = any(:persons) and above.manager <> all(:taken) limit 1)"""),
            NameSweep.of(
                            "accounts",
                            "identity.person",
                            "id = any(:persons) and (name <> :name or addresses <> '{}' or mail is not null"
                                    + " or manager is not null or language is not null)")
                    .set("name = :name", "addresses = '{}'", "manager = null", "mail = null", "language = null"),
            NameSweep.of(
                            "sessions",
                            "identity.session",
                            "person = any(:persons) and (browser is not null or address is not null)")
                    .set("browser = null", "address = null"));

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public List<NameSweep> theirs() {
        return SWEEPS;
    }
}
