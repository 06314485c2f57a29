package se.handtag.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import se.handtag.SettingsValidator;

class NotificationSettingsTest {
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationSettings.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handtag.notifications.from=handtag",
                "handtag.notifications.from=Handtag handtag@example.com",
                "handtag.notifications.from=Handtag <handtag@localhost>",
                "handtag.notifications.from=handtag@LOCALHOST.localdomain",
                "handtag.notifications.language=fi",
                "handtag.notifications.keep-trying=0s",
                "handtag.notifications.keep-sent=-1d"
            })
    void a_setting_that_makes_no_sense_is_refused_at_the_start(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withBean(SettingsValidator.NAME, SettingsValidator.class)
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "handtag@example.com", "Företagets mobiler <handtag@mail.localhosts.se>"})
    void nobody_or_an_address_may_be_who_mail_comes_from(String from) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withBean(SettingsValidator.NAME, SettingsValidator.class)
                .withPropertyValues("handtag.notifications.from=" + from)
                .run(context -> assertThat(context).hasNotFailed());
    }
}
