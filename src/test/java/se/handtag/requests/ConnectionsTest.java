package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;

/** With a pool of connections that all hold one and wait for a second, nobody gets any further. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionsTest {
    private static final int FEW = 4;
    private static final int MANY = 50;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Commands commands;

    @Autowired
    SamplePeople people;

    @Autowired
    DataSource pool;

    @Test
    void many_readers_at_once_get_on_with_few_connections() throws Exception {
        var sent = ((Asked.OnItsWay) requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.Refresh(), null))
                .request();
        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.ClearPasscode(), "Forgotten");
        var anna = people.person("anna");
        var bo = people.person("bo");
        List<Connection> taken = new ArrayList<>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = pool.unwrap(HikariDataSource.class).getMaximumPoolSize(); i > FEW; i--) {
                taken.add(pool.getConnection());
            }
            List<Callable<Boolean>> reads = Stream.<Callable<Boolean>>of(
                            () -> requests.find(anna, sent).isPresent(),
                            () -> !approvals.waitingFor(bo).isEmpty(),
                            () -> commands.ofRequest(sent.value()).isPresent(),
                            () -> !commands.ofDevice(ANNAS_IPHONE, 5).isEmpty())
                    .flatMap(read -> Collections.nCopies(MANY, read).stream())
                    .toList();
            for (Future<Boolean> read : readers.invokeAll(reads)) {
                assertThat(read.get()).isTrue();
            }
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
    }
}
