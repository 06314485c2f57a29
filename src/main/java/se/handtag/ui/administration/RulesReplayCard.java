package se.handtag.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import se.handtag.identity.Person;
import se.handtag.policy.Replay;
import se.handtag.policy.Replays;
import se.handtag.policy.RulesInvalid;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Readable;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.LooksAtOthers;

/** Tries a draft on what was asked before: who gains, who loses, which wipes would have passed. */
final class RulesReplayCard extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(RulesReplayCard.class);
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 90;
    private static final int MOST_ROWS = 50;

    private final transient Replays replays;
    private final transient LooksAtOthers looks;
    private final transient RulesWords words;
    private final transient Clock clock;
    private final transient Person person;
    private final transient Supplier<String> rules;
    private final IntegerField days = new IntegerField();
    private final Button go;
    private final Div result = new Div();

    RulesReplayCard(
            Replays replays,
            LooksAtOthers looks,
            RulesWords words,
            Clock clock,
            Person person,
            Supplier<String> rules) {
        this.looks = looks;
        this.replays = replays;
        this.words = words;
        this.clock = clock;
        this.person = person;
        this.rules = rules;
        days.setLabel(t("days"));
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(DAYS);
        days.addClassName("rules-days");
        go = Buttons.plain(t("go"), this::start);
        go.setDisableOnClick(true);
        result.addClassName("stack");
        result.getElement().setAttribute("role", "status");
        add(new Card(t("title")).quiet(t("quiet")).with(days).actions(go).with(result));
    }

    private void start() {
        Integer back = days.getValue();
        if (back == null || back < 1 || back > MOST_DAYS) {
            go.setEnabled(true);
            return;
        }
        // What comes of it names people and their devices.
        looks.recordList("decisions");
        String text = rules.get();
        result.removeAll();
        result.add(Notice.info(t("running"), t("running.text")));
        var ui = UI.getCurrent();
        // As long as there are decisions, so is this: the screen goes on meanwhile.
        Thread.startVirtualThread(() -> {
            Runnable shown = replay(text, Duration.ofDays(back));
            Later.on(ui, () -> {
                result.removeAll();
                shown.run();
                go.setEnabled(true);
            });
        });
    }

    private Runnable replay(String text, Duration back) {
        try {
            Replay replay = replays.replay(person, text, back);
            return () -> show(replay);
        } catch (RulesInvalid invalid) {
            return () -> result.add(Notice.error(t("invalid"), t("invalid.text")));
        } catch (DataAccessException failed) {
            LOG.warn("A draft could not be tried", failed);
            return () -> result.add(Notice.error(t("failed"), t("failed.text")));
        }
    }

    private void show(Replay replay) {
        String counted = t("counted", replay.decisions());
        boolean same = replay.gains().isEmpty()
                && replay.losses().isEmpty()
                && replay.others().isEmpty();
        result.add(
                same
                        ? Notice.done(t("same"), counted)
                        : Notice.info(
                                t(
                                        "changes",
                                        replay.gains().size(),
                                        replay.losses().size()),
                                counted));
        if (replay.more()) {
            result.add(Notice.warn(t("more"), t("more.text")));
        }
        part("gains", replay.gains());
        part("losses", replay.losses());
        part("others", replay.others());
        part("wipes", replay.wipes());
    }

    private void part(String key, List<Replay.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        String name = t(key, changes.size());
        var table = new DataTable<Replay.Change>(name, "").whole();
        table.addClassName("rules-changes");
        table.text(t("person"), Replay.Change::person);
        table.text(t("action"), change -> words.action(change.action(), getLocale()) + ", " + change.subject());
        table.text(t("before"), change -> words.decision(change.before()));
        table.text(t("after"), change -> words.decision(change.after()));
        table.text(t("rules"), change -> RulesWords.rules(change.after()));
        table.text(t("when"), change -> TimeText.clockWords(change.at(), clock));
        table.onPhone(name, this::row);
        table.setItems(changes.subList(0, Math.min(MOST_ROWS, changes.size())));
        result.add(new H3(name), table);
    }

    private Div row(Replay.Change change) {
        return Rows.lines(
                new Span(Readable.of(change.person()) + ": " + words.action(change.action(), getLocale())),
                new Span(change.subject() + ", " + TimeText.clockWords(change.at(), clock)),
                new Span(t("from-to", words.decision(change.before()), words.decision(change.after()))));
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.rules.replay." + key, arguments);
    }
}
