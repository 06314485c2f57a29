package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalReads;
import se.handtag.audit.AuditKind;
import se.handtag.devices.Entry;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.SearchField;

@ViewPackages(packages = "se.handtag.ui")
class FindViewTest extends Screens {
    @Autowired
    JdbcClient database;

    @Autowired
    PortalReads reads;

    @Test
    void a_search_finds_a_device_and_is_on_record() {
        open("maja", "find");
        search("K7QX");
        assertThat(table().getGenericDataView().getItem(0).title()).contains("iPhone");
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("text", "K7QX");
        assertThat(last(AuditKind.LOOK).actor()).isEqualTo("Maja Lindqvist");
    }

    @Test
    void a_search_asks_the_mdm_nothing_and_says_how_old_the_answer_is() {
        open("sara", "find");
        reads.forget();
        mdm.fault("error", "GET", "/api/");
        search("anna");
        assertThat(reads.asked()).isEmpty();
        assertThat(page()).contains("Read from the MDM", "found.");
    }

    @Test
    void a_search_that_finds_more_than_are_counted_says_so_to_be_seen_and_to_be_heard() {
        many(1, 1_000);
        open("sara", "find");
        search("Mängd");
        assertThat(seen()).isEqualTo("1,000 found.").isEqualTo(heard());
        many(1_001, 1_001);
        search("Mängd");
        assertThat(seen())
                .isEqualTo("More than 1,000 found. Write another word to find fewer.")
                .isEqualTo(heard());
    }

    private String seen() {
        return $(Paragraph.class)
                .withCondition(each -> each.getText().contains("found"))
                .single()
                .getText();
    }

    private String heard() {
        return $(Announcer.class)
                .withCondition(each -> each.getText().contains("found"))
                .single()
                .getText();
    }

    private void many(int from, int to) {
        database.sql("""
                        insert into devices.entry (kind, id, place, title, words, changed)
                        select 'TAG', 'many-' || number, 4, 'Mängd ' || number, ' mängd ' || number,
                               1 + (select max(changed) from devices.entry)
                          from generate_series(:from, :to) number
                        """).param("from", from).param("to", to).update();
    }

    @Test
    void only_it_reads_everything_anew() {
        open("maja", "find");
        assertThat($(Button.class).withText("Read again now").exists()).isFalse();
        open("sara", "find");
        assertThat($(Button.class).withText("Read again now").exists()).isTrue();
    }

    private void search(String text) {
        test($(SearchField.class).single()).setValue(text);
        press("Search");
    }

    @SuppressWarnings("unchecked")
    private Grid<Entry> table() {
        return $(DataTable.class).single();
    }
}
