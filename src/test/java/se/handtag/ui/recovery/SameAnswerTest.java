package se.handtag.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import se.handtag.PortalReads;
import se.handtag.SignInByHttp;

/**
 * No answer tells a colleague with a device from one without, nor from nobody: the same bytes, and the same asked of the
 * MDM and written to the database on the way to them.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/trial-same-${random.uuid}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.recovery.reports-a-day=100",
            "db-scheduler.enabled=true",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@Import(SameAnswerTest.Parts.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameAnswerTest {
    private static final List<String> NAMES = List.of(
            "bo.lind@fjallrav.example",
            "Bo Lind",
            "yusuf.demir@fjallrav.example",
            "linnea.sjogren@fjallrav.example",
            "nobody@nowhere.example",
            "Nobody Of That Name");

    @LocalServerPort
    private int port;

    @Autowired
    private PortalReads reads;

    @Autowired
    private JdbcClient database;

    @Test
    void the_same_bytes_and_the_same_way_to_them_whoever_is_named() {
        List<String> answers = new ArrayList<>();
        try (var lovisa = SignInByHttp.lost("lovisa.ekdahl", port)) {
            var form = lovisa.get("/lost/colleague");
            for (String name : NAMES) {
                reads.forget();
                long before = records();
                var pressed = lovisa.submitOnce(form, "/lost/colleague", Map.of("whom", name));
                assertThat(reads.asked()).as("asked of the MDM for %s", name).noneMatch(call -> call.contains(name));
                assertThat(records() - before).as("records for %s", name).isGreaterThanOrEqualTo(1);
                answers.add(whole(pressed) + "\n" + whole(lovisa.getOnce("/lost/colleague/reported")));
            }
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(answers.getFirst()).contains("303", "Your report is taken").doesNotContain("Bo ");
    }

    @Test
    void what_is_kept_of_a_report_is_alike_for_anyone_named() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            var form = eva.get("/lost/colleague");
            for (String name : NAMES) {
                eva.submitOnce(form, "/lost/colleague", Map.of("whom", name));
            }
        }
        List<String> kept = database.sql("""
                        select r.body::jsonb ->> 'outcome' || ' ' || (r.body::jsonb ->> 'action') from audit.record r
                         where r.body like '%report-for-colleague%' and r.body like '%Eva Nor%'
                        """).query(String.class).list();
        assertThat(kept).hasSize(NAMES.size()).containsOnly("reported report-for-colleague");
    }

    private long records() {
        return database.sql("select count(*) from recovery.colleague_report")
                .query(Long.class)
                .single();
    }

    private static String whole(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " "
                + answer.body().getBytes(StandardCharsets.UTF_8).length + "\n" + answer.body();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {
        /** It stands still, so that what a page says of the time is the same as well. */
        @Bean
        @Primary
        Clock still() {
            return Clock.fixed(Instant.now(), ZoneOffset.UTC);
        }

        @Bean
        static PortalReads portalReads() {
            return new PortalReads();
        }
    }
}
