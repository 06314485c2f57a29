package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.devices.Entry;

/** What is looked for in a field that offers people while one types is on record once for each search. */
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
    void what_was_typed_is_one_record_once_the_list_closes() {
        types("j", "ja", "jas", "jasm", "jas");
        assertThat(searches()).as("while she types").isEmpty();
        field.setOpened(false);
        assertThat(searches()).containsExactly(Map.of("text", "jasm"));
        field.setOpened(true);
        field.setOpened(false);
        assertThat(searches()).as("nothing more was offered").hasSize(1);
    }

    @Test
    void what_is_chosen_ends_the_search_and_closing_the_list_is_no_other() {
        types("", "ann", "anna");
        field.setValue(offered("anna").getFirst());
        field.setOpened(false);
        assertThat(searches()).containsExactly(Map.of("text", "anna"));
    }

    @Test
    void another_word_is_another_search() {
        types("anna", "ann", "an", "a", "bo");
        field.setOpened(false);
        assertThat(searches()).containsExactly(Map.of("text", "anna"), Map.of("text", "bo"));
    }

    @Test
    void looking_through_everybody_is_on_record_as_a_list() {
        types("");
        field.setOpened(false);
        assertThat(searches()).containsExactly(Map.of("list", "everybody"));
    }

    @Test
    void whoever_leaves_the_page_or_whose_session_is_over_has_searched_all_the_same() {
        types("jasm");
        SecurityContextHolder.clearContext();
        UI.getCurrent().remove(field);
        assertThat(searches()).containsExactly(Map.of("text", "jasm"));
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
