package se.handtag.ui.employee;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.policy.Decision;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;

/** Who says yes, in words for the person who asks. */
@Component
class Deciders {
    private final Persons persons;

    Deciders(Persons persons) {
        this.persons = persons;
    }

    /** "Bo Lind says yes first." */
    String first(Person person, boolean own, Decision decision) {
        return I18NProvider.translate("employee.first", who(person, own, decision));
    }

    /** "Bo Lind", "your manager", "the owner’s manager", "IT"; both in order when two have to. */
    String who(Person person, boolean own, Decision decision) {
        List<String> names =
                decision.stages().stream().map(stage -> who(person, own, stage)).toList();
        return String.join(I18NProvider.translate("employee.and-then"), names);
    }

    private String who(Person person, boolean own, Stage stage) {
        switch (stage) {
            case Stage.Manager() -> {}
            case Stage.Named(var address) -> {
                return persons.namesByAddress(Set.of(address)).getOrDefault(address, address);
            }
            case Stage.Receiver(var address) -> {
                return persons.namesByAddress(Set.of(address)).getOrDefault(address, address);
            }
            case Stage.AnyOf(var group, int count) -> {
                boolean it = Stage.IT_GROUP.equals(group);
                if (count == 1) {
                    return it
                            ? I18NProvider.translate("employee.who.it")
                            : I18NProvider.translate("employee.who.group", group);
                }
                return I18NProvider.translate(
                        "employee.who.several", count, it ? I18NProvider.translate("employee.who.it-group") : group);
            }
        }
        if (!own) {
            return I18NProvider.translate("employee.who.owners-manager");
        }
        String manager = person.manager();
        if (manager == null) {
            return I18NProvider.translate("employee.who.approver");
        }
        String address = manager.toLowerCase(Locale.ROOT);
        return persons.namesByAddress(Set.of(address))
                .getOrDefault(address, I18NProvider.translate("employee.who.manager"));
    }

    /** The rules' own words, one after the other. */
    static List<String> explanations(List<Reason> reasons, Locale locale) {
        return reasons.stream()
                .map(reason -> reason.explanation().in(locale))
                .distinct()
                .toList();
    }
}
