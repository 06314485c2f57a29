package se.handtag.ui.directory;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.CommandState;
import se.handtag.requests.Proposal;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Words;

/** Many changes under way: how far, and what came of each, as long as one looks. */
final class BatchPanel extends Div {
    private static final int FITS = 12;
    private static final int TELL_EVERY = 10;

    private final Batch batch;
    private final Words words;
    private final BatchRun run;
    private final List<BatchRun.Line> rows;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();
    private final Paragraph summary = new Paragraph();
    private final Announcer announcer = new Announcer();
    private final DataTable<BatchRun.Line> table;
    private final Div failures = new Div();
    private Runnable stop = () -> {};
    /** Where the commands stood when they were last asked for, all with one question. */
    private Map<UUID, CommandState> states = Map.of();

    BatchPanel(Batch batch, Words words, LiveUpdates updates, BatchRun run) {
        this.batch = batch;
        this.words = words;
        this.run = run;
        rows = run.lines();
        table = table();
        bar.setMax(Math.max(1, rows.size()));
        bar.getElement().setAttribute("aria-label", getTranslation("directory.batch.progress"));
        add(new Card(getTranslation("directory.batch")).with(bar, far, summary, announcer, failures, table));
        updates.watch(this, this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var ui = attached.getUI();
        int all = run.lines().size();
        stop = run.watch(count -> {
            if (count % TELL_EVERY == 0 || count == all) {
                // Also when nobody looks any more: then there is nobody to tell, and the rest is asked for.
                ui.accessLater(() -> tell(count), () -> {}).run();
            }
        });
        tell(run.done());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop.run();
        super.onDetach(detached);
    }

    private void tell(int count) {
        bar.setValue(count);
        far.setText(getTranslation("directory.batch.far", count, rows.size()));
        if (count == rows.size() && count > 0) {
            announcer.say(far.getText());
            long failed = rows.stream().filter(row -> !well(row.result())).count();
            failures.removeAll();
            if (failed > 0) {
                failures.add(Notice.warn(
                        getTranslation("directory.batch.failed", failed),
                        getTranslation("directory.batch.failed.text")));
            }
        }
        refresh();
    }

    /** How many stand where, in a line, for whoever does not want to read the list. */
    private void refresh() {
        states = batch.states(rows.stream().map(row -> row.result()).toList());
        Map<String, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(row -> word(row.result()), TreeMap::new, Collectors.counting()));
        summary.setText(counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(" · ")));
        table.getDataProvider().refreshAll();
    }

    private static boolean well(Batch.@Nullable Result result) {
        return result instanceof Batch.Result.Asked || result instanceof Batch.Result.Saved;
    }

    private DataTable<BatchRun.Line> table() {
        var list = new DataTable<BatchRun.Line>(getTranslation("directory.batch"), "");
        list.text(getTranslation("directory.batch.whom"), row -> row.item().label())
                .setFlexGrow(2);
        list.text(getTranslation("directory.batch.what"), row -> row.item().what())
                .setFlexGrow(2);
        list.addComponentColumn(this::result)
                .setHeader(getTranslation("directory.batch.result"))
                .setFlexGrow(2);
        list.onPhone(
                getTranslation("directory.batch"),
                row -> Rows.lines(
                        new Paragraph(row.item().label()),
                        FindTable.quiet(row.item().what()),
                        result(row)));
        list.setItems(rows);
        if (rows.size() <= FITS) {
            return list.whole();
        }
        list.addClassName("long");
        return list;
    }

    private Component result(BatchRun.Line row) {
        String word = word(row.result());
        return switch (row.result()) {
            case null -> Chip.plain(word);
            case Batch.Result.Asked asked ->
                state(asked).map(state -> chip(state, word)).orElseGet(() -> Chip.waiting(word));
            case Batch.Result.Saved(var outcome) ->
                outcome == Proposal.Outcome.WAITS ? Chip.waiting(word) : Chip.ok(word);
            case Batch.Result.Denied denied ->
                Rows.lines(Chip.no(word), FindTable.quiet(Changes.explain(denied.decision())));
            default -> Chip.no(word);
        };
    }

    private String word(Batch.@Nullable Result result) {
        return switch (result) {
            case null -> getTranslation("directory.batch.not-yet");
            case Batch.Result.Asked asked ->
                state(asked)
                        .map(state -> words.state(state, UI.getCurrent().getLocale()))
                        .orElseGet(() -> getTranslation("directory.batch.waits"));
            case Batch.Result.Saved(var outcome) -> getTranslation("directory.offer." + outcome.name());
            case Batch.Result.Denied _ -> getTranslation("directory.asked.denied");
            case Batch.Result.ReasonMissing _ -> getTranslation("directory.batch.reason");
            case Batch.Result.SignInFirst _ -> getTranslation("directory.batch.sign-in");
            case Batch.Result.Gone _ -> getTranslation("directory.batch.gone");
            case Batch.Result.Failed _ -> getTranslation("directory.asked.failed");
        };
    }

    private Optional<CommandState> state(Batch.Result.Asked asked) {
        return Optional.ofNullable(states.get(asked.request().value()));
    }

    private static Chip chip(CommandState state, String text) {
        return switch (state) {
            case REFUSED, CANCELLED, SETTLED_NOT_DONE, CONTRADICTED -> Chip.no(text);
            case ACCEPTED, CONTACT_SINCE, NOT_VERIFIABLE -> Chip.info(text);
            case EFFECT_SEEN, SETTLED_DONE -> Chip.ok(text);
            default -> Chip.waiting(text);
        };
    }
}
