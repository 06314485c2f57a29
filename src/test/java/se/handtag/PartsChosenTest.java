package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;

/** Which parts there are where they were chosen ahead of time, as in the image. */
class PartsChosenTest {
    @BeforeEach
    void chosenAhead() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
    }

    @AfterEach
    void chosenNow() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    }

    private static ApplicationContextRunner image() {
        return new ApplicationContextRunner(() -> {
                    var image = new GenericApplicationContext();
                    for (var part :
                            List.of("mailSender", "otlpTracingConnectionDetails", "otlpHttpSpanExporter", "another")) {
                        image.registerBean(part, Object.class, Object::new);
                    }
                    return image;
                })
                .withBean(PartsChosen.class);
    }

    @Test
    void what_is_for_a_setting_that_nobody_makes_goes() {
        image().run(portal -> assertThat(portal)
                .hasBean("another")
                .doesNotHaveBean("mailSender")
                .doesNotHaveBean("otlpTracingConnectionDetails")
                .doesNotHaveBean("otlpHttpSpanExporter"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.host, mailSender",
        "management.opentelemetry.tracing.export.otlp.endpoint, otlpTracingConnectionDetails",
        "management.opentelemetry.tracing.export.otlp.endpoint, otlpHttpSpanExporter"
    })
    void what_is_for_a_setting_that_somebody_makes_stays(String setting, String part) {
        image().withPropertyValues(setting + "=somewhere")
                .run(portal -> assertThat(portal).hasBean(part));
    }

    @Test
    void where_they_are_chosen_at_the_start_nothing_is_taken_away() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        image().run(portal -> assertThat(portal).hasBean("mailSender").hasBean("otlpHttpSpanExporter"));
    }

    @Test
    void a_part_that_has_another_name_by_now_is_not_passed_over() {
        new ApplicationContextRunner()
                .withBean(PartsChosen.class)
                .run(portal -> assertThat(portal).hasFailed());
    }
}
