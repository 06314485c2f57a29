package se.handtag.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.SecondNode;
import se.handtag.commands.StopSwitch;
import se.handtag.identity.SamplePeople;
import se.handtag.recovery.LostReports;

@PortalTest
class LiveUpdatesTest {
    @Autowired
    LiveUpdates live;

    @Autowired
    LostReports lost;

    @Autowired
    StopSwitch stop;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalState portal;

    @Autowired
    Environment settings;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    /** A screen that somebody has open, and how often it was told. */
    private final class Screen extends UI {
        final transient LiveUpdates.Watch watch;
        final AtomicInteger told = new AtomicInteger();

        Screen() {
            var view = new Div();
            add(view);
            watch = live.watch(view, told::incrementAndGet);
        }

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }

    private Screen watching(String... keys) {
        var screen = new Screen();
        screen.watch.only(Set.of(keys));
        return screen;
    }

    @Test
    void a_change_on_one_node_reaches_the_screens_on_another_that_watch_it_and_no_other() {
        portal.holdSending();
        try (var other = SecondNode.start(settings)) {
            Screen everything = new Screen();
            Screen annas = watching(Hint.device(ANNAS_IPHONE));
            Screen bos = watching(Hint.device(BOS_IPHONE));
            other.getBean(LostReports.class).report(people.actor("anna"), ANNAS_IPHONE);
            await().until(() -> annas.told.get() > 0 && everything.told.get() > 0);
            assertThat(bos.told).hasValue(0);
        }
    }

    @Test
    void what_is_not_committed_is_no_change() {
        Screen everything = new Screen();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new StopSwitch.SwitchTurned(true, "Nobody"));
            status.setRollbackOnly();
        });
        Screen annas = watching(Hint.device(ANNAS_IPHONE));
        portal.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().until(() -> annas.told.get() > 0);
        await().until(() -> everything.told.get() > 0);
        assertThat(everything.told).hasValue(annas.told.get());
    }

    @Test
    void a_node_that_could_not_listen_for_a_while_tells_every_screen_once() {
        Screen bos = watching(Hint.device(BOS_IPHONE));
        int ended = database.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and application_name = :name")
                .param("name", HintListener.NAME)
                .query(Integer.class)
                .single();
        assertThat(ended).isPositive();
        await().until(() -> bos.told.get() > 0);
        assertThat(bos.told).hasValue(1);
        stop.stop(people.actor("sara"), "Något är fel");
        Screen annas = watching(Hint.device(ANNAS_IPHONE));
        portal.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().until(() -> annas.told.get() > 0);
        assertThat(bos.told).as("is not concerned").hasValue(1);
    }
}
