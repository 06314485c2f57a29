package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.devices.Entry;

/** What is looked for in a field that offers people while one types is on record before they are shown. */
@ViewPackages(packages = "se.handtag.ui")
class PickersTest extends Screens {
    @Autowired
    Pickers pickers;

    private ComboBox<Entry> field = new ComboBox<>();
    private long before;

    @BeforeEach
    void sara_has_the_field_before_her() {
        open("sara", "directory/files");
        field = pickers.person("Who");
        UI.getCurrent().add(field);
        roundTrip();
        before = looks(1).mapToLong(AuditRecord::number).findFirst().orElse(-1);
    }

    @Test
    void each_text_is_on_record_before_its_names_are_shown() {
        types("j", "jasm");
        assertThat(searches()).as("while she types").containsExactly(Map.of("text", "j"), Map.of("text", "jasm"));
        types("Jasm", "j", "jas");
        assertThat(searches()).as("what was offered already is no other search").hasSize(3);
        field.setOpened(false);
        types("jas");
        assertThat(searches()).as("when she looks once more").hasSize(4);
    }

    @Test
    void names_that_cannot_be_put_on_record_are_not_offered() {
        var search = new TypedSearch(_ -> {
            throw new IllegalStateException("The log is away");
        });
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatIllegalStateException().isThrownBy(() -> search.offering("anna"));
        }
    }

    @Test
    void what_is_chosen_is_no_search_of_its_own() {
        types("anna");
        field.setValue(offered("anna").getFirst());
        field.setOpened(false);
        assertThat(searches()).containsExactly(Map.of("text", "anna"));
    }

    @Test
    void looking_through_everybody_is_on_record_as_a_list() {
        types("");
        assertThat(searches()).containsExactly(Map.of("list", "everybody"));
    }

    @Test
    void a_field_that_nobody_types_in_is_no_search() {
        field.setValue(new Entry(Entry.Kind.PERSON, "3", "Bo Lind", null, null, null, null, null, null));
        roundTrip();
        UI.getCurrent().remove(field);
        assertThat(searches()).isEmpty();
    }

    private void types(String... texts) {
        field.setOpened(true);
        for (String text : texts) {
            offered(text);
        }
    }

    private List<Entry> offered(String text) {
        test(field).setFilter(text);
        roundTrip();
        return test(field).getSuggestionItems();
    }

    private List<Map<String, String>> searches() {
        return looks(20)
                .filter(record -> record.number() > before)
                .peek(record -> {
                    assertThat(record.actor()).isEqualTo("Sara Nyström");
                    assertThat(record.action()).isEqualTo("search");
                })
                .map(AuditRecord::facts)
                .toList()
                .reversed();
    }

    private Stream<AuditRecord> looks(int most) {
        return log.find(new AuditQuery(null, null, AuditKind.LOOK, null, null, null), Long.MAX_VALUE, most).stream();
    }
}
