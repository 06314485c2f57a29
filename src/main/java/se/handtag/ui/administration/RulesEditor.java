package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.handtag.policy.Problem;

/** A text of many lines with their numbers beside it, those with a mistake marked. */
final class RulesEditor extends Div {
    private static final int PAUSE_MILLISECONDS = 500;
    private static final String JUMP = """
            const area = this.inputElement, lines = area.value.split('\\n');
            const line = Math.min($0, lines.length) - 1;
            const start = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
            area.focus();
            area.setSelectionRange(start + Math.min($1 - 1, lines[line].length), start + lines[line].length);
            const height = parseFloat(getComputedStyle(area).lineHeight);
            window.scrollTo({ top: area.getBoundingClientRect().top + window.scrollY + line * height - 200 });
            """;

    private final TextArea area;
    private final Pre numbers = new Pre();

    RulesEditor(String label, String text, Runnable changed) {
        addClassName("rules-editor");
        area = new TextArea(label);
        area.addClassName("rules-text");
        area.getElement().setAttribute("autocapitalize", "off").setAttribute("autocorrect", "off");
        area.getElement().executeJs("this.inputElement.spellcheck = false; this.inputElement.wrap = 'off'");
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_MILLISECONDS);
        area.setValue(text);
        area.setWidthFull();
        area.addValueChangeListener(_ -> changed.run());
        numbers.addClassName("rules-numbers");
        numbers.getElement().setAttribute("aria-hidden", "true");
        add(numbers, area);
        mark(List.of());
    }

    String text() {
        return area.getValue();
    }

    void readOnly(boolean readOnly) {
        area.setReadOnly(readOnly);
    }

    void mark(List<Problem> problems) {
        Set<Integer> wrong = problems.stream().map(Problem::line).collect(Collectors.toSet());
        int lines = (int) area.getValue().chars().filter(each -> each == '\n').count() + 1;
        numbers.setText(IntStream.rangeClosed(1, lines)
                .mapToObj(line -> (wrong.contains(line) ? "● " : "") + line)
                .collect(Collectors.joining("\n")));
        area.setInvalid(!problems.isEmpty());
    }

    /** Puts the cursor where the mistake is. */
    void go(Problem problem) {
        area.getElement().executeJs(JUMP, problem.line(), problem.column());
    }
}
