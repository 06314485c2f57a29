package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import se.handtag.SettingsValidator;

class AuditSettingsTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withBean(SettingsValidator.NAME, SettingsValidator.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuditSettings.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handtag.audit.retention.looks=30d",
                "handtag.audit.retention.look=0d",
                "handtag.audit.retention.all=-1d",
                "handtag.audit.name=two words",
                "handtag.audit.name=a+b",
                "handtag.audit.checkpoints.interval=0s",
                "handtag.audit.checkpoints.every=0",
                "handtag.audit.checkpoints.most-uncovered=0"
            })
    void a_setting_that_makes_no_sense_is_refused_at_the_start(String setting) {
        start.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void an_empty_region_is_the_usual_one() {
        start.withPropertyValues(
                        "handtag.audit.checkpoints.target=https://bucket.example/log",
                        "handtag.audit.checkpoints.access-key.id=id",
                        "handtag.audit.checkpoints.access-key.secret=secret",
                        "handtag.audit.checkpoints.access-key.region=")
                .run(context -> assertThat(context.getBean(AuditSettings.class)
                                .checkpoints()
                                .accessKey())
                        .isEqualTo(new AccessKey("id", "secret", "us-east-1")));
    }

    @ParameterizedTest
    @CsvSource({"' ', us-east-1", "' eu-north-1 ', eu-north-1"})
    void spaces_around_a_region_are_no_part_of_it(String set, String taken) {
        assertThat(new AccessKey("id", "secret", set).region()).isEqualTo(taken);
    }

    @Test
    void what_makes_sense_is_taken() {
        start.withPropertyValues(
                        "handtag.audit.retention.look=30d",
                        "handtag.audit.retention.sign-in=90d",
                        "handtag.audit.retention.SIGN_OUT=90d",
                        "handtag.audit.retention.all=730d",
                        "handtag.audit.checkpoints.target=")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    var settings = context.getBean(AuditSettings.class);
                    assertThat(settings.retention()).hasSize(4);
                    assertThat(settings.checkpoints().target()).isNull();
                });
    }
}
