package se.handtag.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.ConstantPoolKey;
import com.vaadin.flow.internal.change.MapPutChange;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import se.handtag.ui.kit.Ladder.Step;
import showcase.Showcase;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = Showcase.class)
@ViewPackages(packages = "showcase")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitTest extends SpringBrowserlessTest {
    private final List<String> answers = new ArrayList<>();

    @BeforeEach
    void in_english() {
        UI.getCurrent().setLocale(Languages.ENGLISH);
    }

    @Test
    void a_question_is_answered_once_with_the_reason_and_goes_away() {
        Confirmation.ask("Erase everything?")
                .reason("Why?", true)
                .danger("Erase iPhone 16 …K7QX", answers::add)
                .open();
        test($(TextArea.class).single()).setValue("  Sold. ");
        test(button("Erase iPhone 16 …K7QX")).click();
        assertThat(answers).containsExactly("Sold.");
        assertThat($(Dialog.class).exists()).isFalse();
    }

    @Test
    void a_button_is_told_of_its_press_and_of_nothing_else() {
        var button = Buttons.plain("Lock", () -> answers.add("pressed"));
        UI.getCurrent().add(button);
        var told = JsonMapper.shared().createObjectNode();
        button.getElement().getNode().collectChanges(change -> {
            if (change instanceof MapPutChange put && put.getValue() instanceof ConstantPoolKey key) {
                key.export(told);
            }
        });
        assertThat(told).allSatisfy(event -> assertThat(event).isEmpty());
        assertThat(told).hasSize(1);
        test(button).click();
        button.click();
        assertThat(answers).containsExactly("pressed", "pressed");
        button.addClickListener(_ -> answers.add("as well")).remove();
        button.addClickListener(event -> answers.add(event.isFromClient() ? "by the page" : "by the server"));
        button.setDisableOnClick(true);
        button.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(button.getElement(), "click", told));
        assertThat(answers).endsWith("pressed", "by the page").hasSize(4);
        assertThat(button.isEnabled()).isFalse();
    }

    @Test
    void a_question_that_wants_a_reason_stays_until_it_has_one() {
        Confirmation.ask("Erase everything?")
                .reason("Why?", true)
                .danger("Erase", answers::add)
                .open();
        test(button("Erase")).click();
        assertThat(answers).isEmpty();
        assertThat($(TextArea.class).single().isInvalid()).isTrue();
        assertThat(button("Erase").isEnabled()).isTrue();
    }

    @Test
    void what_is_shown_again_is_not_touched_and_what_has_come_stands_in_its_place() {
        var place = new Div();
        UI.getCurrent().add(place);
        var first = new Span("first");
        var last = new Span("last");
        Kept.show(place, List.of(first, last, new Span("gone")));
        List<String> touched = new ArrayList<>();
        first.addDetachListener(_ -> touched.add("first"));
        last.addDetachListener(_ -> touched.add("last"));
        Kept.show(place, List.of(first, new Span("between"), last));
        assertThat(place.getElement().getTextRecursively()).isEqualTo("firstbetweenlast");
        Kept.alike(place, List.of(new Span("first"), new Span("between"), new Span("last")));
        assertThat(touched).isEmpty();
        Kept.alike(place, List.of(new Span("other")));
        assertThat(place.getElement().getTextRecursively()).isEqualTo("other");
    }

    @Test
    void the_same_words_are_told_again() {
        var announcer = new Announcer();
        announcer.tell(List.of("", "Annas iPhone has changed."));
        String once = announcer.getText();
        announcer.say("Annas iPhone has changed.");
        assertThat(announcer.getText()).isNotEqualTo(once).startsWith("Annas iPhone has changed.");
        announcer.tell(List.of("", ""));
        assertThat(announcer.getText()).startsWith("Annas iPhone has changed.");
    }

    @Test
    void times_go_on_while_the_page_is_open_in_the_servers_words() {
        var now = Instant.parse("2026-11-12T10:45:00Z");
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var both = TimeText.both(now.minusSeconds(250), clock);
        var chip = Chip.ok(TimeText.within(now.minusSeconds(250), clock, ago -> "In contact " + ago + " (10:41)"));
        UI.getCurrent().add(both, chip);
        assertThat(both.getElement().getAttribute("data-passes")).isEqualTo("after");
        assertThat(chip.getElement().getTextRecursively()).isEqualTo("In contact 4 min ago (10:41)");
        assertThat(chip.getElement().getOuterHTML()).contains("data-passes=\"alone\"");
        var scripts = UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(script -> script.getInvocation().getParameters().toString())
                .filter(parameters -> parameters.contains("{0} min ago"))
                .toList();
        assertThat(scripts)
                .as("once a page")
                .singleElement()
                .satisfies(words -> assertThat(words).contains("1 hour ago", "{0} hours ago", "just now"));
    }

    @Test
    void a_question_waits_for_its_fields() {
        Confirmation.ask("Send?")
                .onlyWhen(() -> false)
                .primary("Send", answers::add)
                .open();
        test(button("Send")).click();
        assertThat(answers).isEmpty();
        assertThat($(Dialog.class).single().isOpened()).isTrue();
    }

    @Test
    void cancelling_answers_nothing() {
        Confirmation.ask("Lock?").primary("Lock", answers::add).open();
        test(button("Cancel")).click();
        assertThat(answers).isEmpty();
        assertThat($(Dialog.class).exists()).isFalse();
    }

    @Test
    void a_question_about_what_cannot_be_taken_back_is_an_alert() {
        Confirmation.ask("Erase?").danger("Erase", answers::add).open();
        assertThat($(Dialog.class).single().getRole()).isEqualTo("alertdialog");
    }

    @Test
    void a_ladder_announces_a_new_current_step_and_nothing_at_first() {
        var ladder = shown(new Ladder(
                "Clear the passcode", List.of(Step.now("Bo Lind decides", null, null), Step.later("Sent", null))));
        var announcer = $(Announcer.class, ladder).single();
        assertThat(announcer.getText()).isEmpty();
        ladder.show(List.of(Step.done("Bo Lind approved", null, null), Step.now("Sending", "Wait a moment", null)));
        assertThat(announcer.getText()).isEqualTo("Sending. Wait a moment");
    }

    @Test
    void a_ladder_says_in_words_how_far_each_step_is() {
        var ladder = shown(new Ladder(
                "Lock",
                List.of(Step.done("Asked", null, null), Step.failed("Refused", null, null), Step.later("Seen", null))));
        assertThat($(ListItem.class, ladder).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .containsExactly("Asked (done)", "Refused (did not work)", "Seen (still to come)");
    }

    @Test
    void only_the_current_step_is_marked_as_such() {
        var ladder = shown(new Ladder("Lock", List.of(Step.done("Asked", null, null), Step.now("Sent", null, null))));
        assertThat($(ListItem.class, ladder).all())
                .extracting(item -> item.getElement().getAttribute("aria-current"))
                .containsExactly(null, "step");
    }

    @Test
    void what_is_not_possible_says_why_when_asked() {
        var row = shown(new ActionRow(Glyph.WIPE, "Erase", "Back to factory settings")
                .notPossible("Report it lost first.", List.of("Only lost phones are erased.")));
        assertThat(row.getElement().getTextRecursively())
                .contains("Report it lost first.")
                .doesNotContain("factory");
        var why = button("Why?");
        assertThat(why.getAriaLabel()).hasValue("Why not: Erase");
        assertThat(why.getElement().getAttribute("aria-expanded")).isEqualTo("false");
        test(why).click();
        assertThat(why.getElement().getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void an_unknown_fact_is_said_to_be_unknown() {
        var facts = shown(new FactsList().fact("Last report", " "));
        assertThat(facts.getElement().getTextRecursively()).isEqualTo("Last report–not known");
    }

    @Test
    void an_error_interrupts_and_a_warning_does_not() {
        assertThat(Notice.error("Not sent", "Try again").getElement().getAttribute("role"))
                .isEqualTo("alert");
        assertThat(Notice.warn("Slow", "").getElement().getAttribute("role")).isEqualTo("status");
    }

    @Test
    void a_card_is_named_by_its_heading() {
        var card = shown(new Card("What you can do"));
        var name = card.getElement().getAttribute("aria-labelledby");
        assertThat(name).isNotBlank();
        assertThat($(com.vaadin.flow.component.html.H2.class, card).single().getId())
                .hasValue(name);
    }

    @Test
    void a_person_s_own_words_stand_in_the_language_s_quotation_marks() {
        assertThat(shown(new Quote("It's mine {0}")).getElement().getTextRecursively())
                .isEqualTo("“It's mine {0}”");
        UI.getCurrent().setLocale(Languages.SWEDISH);
        assertThat(new Quote("Min").getElement().getTextRecursively()).isEqualTo("”Min”");
    }

    @Test
    void dates_are_named_in_the_person_s_language_and_weeks_begin_on_monday() {
        UI.getCurrent().setLocale(Languages.SWEDISH);
        var i18n = new DateField("Från").getI18n();
        assertThat(i18n.getMonthNames()).startsWith("januari");
        assertThat(i18n.getWeekdays()).startsWith("söndag");
        assertThat(i18n.getFirstDayOfWeek()).isEqualTo(1);
    }

    @Test
    void a_search_says_how_many_it_found() {
        var found = new ArrayList<String>();
        var field = shown(new SearchField("Find an app", found::add));
        test(field).setValue(" mail ");
        field.found(2);
        assertThat(found).containsExactly("mail");
        assertThat(field.getElement().getParent().getTextRecursively()).contains("2 found");
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private static <T extends Component> T shown(T component) {
        UI.getCurrent().add(component);
        return component;
    }
}
