package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is wrong in the settings of the rooms is told together, and without secrets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsCheckTest {
    private static final String[] NEVER_OR_AT_ONCE = {
        "identity.clock-skew", "identity.recheck-every", "identity.recheck-grace", "requests.undo"
    };

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("se.handtag")
    @Import(SettingsCheck.class)
    static class Records {}

    private final ApplicationContextRunner rooms = new ApplicationContextRunner()
            .withUserConfiguration(Records.class)
            .withBean(SettingsValidator.NAME, SettingsValidator.class)
            .withPropertyValues(
                    "handtag.mdm.url=https://mdm.example.com/api",
                    "handtag.mdm.username=handtag",
                    "handtag.mdm.password=hush",
                    "handtag.identity.issuer=https://id.example.com",
                    "handtag.identity.client-id=handtag",
                    "handtag.identity.client-secret=hush");

    private String refusal(String... settings) {
        var message = new StringBuilder();
        rooms.withPropertyValues(settings).run(context -> {
            assertThat(context).hasFailed();
            var failure = Objects.requireNonNull(context.getStartupFailure());
            assertThat(StartRefused.in(failure)).isNotNull();
            message.append(failure.getMessage());
        });
        return message.toString();
    }

    @Test
    void with_what_is_required_the_rest_is_right_as_it_comes() {
        rooms.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void every_room_tells_at_once_what_is_wrong_with_its_own() {
        assertThat(refusal(
                        "handtag.mdm.username=",
                        "handtag.identity.fresh-for=0s",
                        "handtag.identity.longest-session=-1h",
                        "handtag.requests.undo=soon",
                        "handtag.ui.name="))
                .contains(
                        "handtag.mdm.username",
                        "handtag.identity.fresh-for",
                        "handtag.identity.longest-session",
                        "handtag.requests.undo",
                        "handtag.ui.name")
                .doesNotContain("hush");
    }

    @Test
    void half_an_access_key_is_none_and_a_whole_one_is_for_a_target_and_instead_of_a_header() {
        String key = "handtag.audit.checkpoints.access-key.";
        String target = "handtag.audit.checkpoints.target=https://bucket.example.com/log";
        for (String half : List.of("id=hush", "secret=hush")) {
            assertThat(refusal(key + half, target))
                    .contains("access-key.id and handtag.audit.checkpoints.access-key.secret go together")
                    .doesNotContain("hush");
        }
        assertThat(refusal(key + "id=hush", key + "secret=hush"))
                .contains("access-key is for a target")
                .doesNotContain("hush");
        assertThat(refusal(
                        key + "id=hush", key + "secret=hush", target, "handtag.audit.checkpoints.authorization=hush"))
                .contains("set one of the two, not both")
                .doesNotContain("hush");
        rooms.withPropertyValues(key + "id=hush", key + "secret=hush", target)
                .run(context -> assertThat(context).hasNotFailed());
        rooms.withPropertyValues(key + "id=", key + "secret=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"link-private-key=hush", "link-public-key=abc"})
    void half_a_link_key_is_none(String half) {
        assertThat(refusal("handtag.recovery." + half))
                .contains("link-private-key and link-public-key go together")
                .doesNotContain("hush");
    }

    @Test
    void both_halves_of_a_link_key_or_two_empty_ones_are_fine() {
        rooms.withPropertyValues("handtag.recovery.link-private-key=abc", "handtag.recovery.link-public-key=abc")
                .run(context -> assertThat(context).hasNotFailed());
        rooms.withPropertyValues("handtag.recovery.link-private-key=", "handtag.recovery.link-public-key=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void what_leads_nowhere_is_refused_by_name() {
        assertThat(refusal(
                        "handtag.identity.proxies=10.1.0.0/16,the-proxy",
                        "handtag.requests.approvers=file:/nowhere/approvers.yaml",
                        "handtag.catalogue.import=file:/nowhere/apps.yaml",
                        "handtag.catalogue.configurations=file:/nowhere/tags.yaml",
                        "handtag.audit.checkpoints.authorization=hush",
                        "handtag.metrics.token=hush",
                        "handtag.address=no address"))
                .contains(
                        "handtag.identity.proxies names addresses or networks",
                        "handtag.requests.approvers names a file",
                        "handtag.catalogue.import names a file",
                        "handtag.catalogue.configurations names a file",
                        "handtag.audit.checkpoints.authorization is for a target",
                        "handtag.address cannot be read")
                .doesNotContain("hush");
    }

    @Test
    void everything_that_is_wrong_in_one_room_is_told_at_once() {
        assertThat(refusal(
                        "handtag.ui.name=A name that does not fit on a phone",
                        "handtag.ui.logo=/nowhere/sign.svg",
                        "handtag.ui.colour=#ffffff",
                        "handtag.ui.outline-after=6s",
                        "handtag.mdm.certificate-authority=/nowhere/authorities.pem",
                        "handtag.mdm.proxy=proxy.example.com",
                        "handtag.notifications.from=Handtag <handtag@localhost>"))
                .contains(
                        "handtag.ui.name must have 1 to 24 characters",
                        "handtag.ui.logo must be an SVG or PNG file",
                        "handtag.ui.colour must be #rrggbb",
                        "handtag.ui.outline-after must be from 0 to 5 seconds",
                        "handtag.mdm: certificate-authority must be a PEM file",
                        "handtag.mdm: proxy must be",
                        "handtag.notifications: from must be an address");
    }

    @Test
    void authorities_are_read_at_the_start() {
        assertThat(refusal("handtag.mdm.certificate-authority=pom.xml")).contains("certificate-authority must be");
        assertThat(refusal("handtag.mdm.certificate-authority=src")).contains("certificate-authority must be");
    }

    @Test
    void what_is_empty_is_not_set() {
        rooms.withPropertyValues(assigned(
                        "",
                        "ui.colour",
                        "ui.logo",
                        "ui.help-desk",
                        "mdm.certificate-authority",
                        "mdm.pinned-certificate",
                        "mdm.proxy",
                        "notifications.from",
                        "notifications.it",
                        "catalogue.import",
                        "metrics.token"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void what_leads_somewhere_is_fine() {
        rooms.withPropertyValues(
                        "handtag.identity.proxies=10.1.0.0/16, 2001:db8::5,",
                        "handtag.requests.approvers=classpath:sample-company/approvers.yaml",
                        "handtag.catalogue.import=classpath:sample-company/catalogue.yaml",
                        "handtag.catalogue.configurations=classpath:sample-company/configurations.yaml",
                        "handtag.audit.checkpoints.authorization=hush",
                        "handtag.audit.checkpoints.target=https://bucket.example.com/log",
                        "handtag.metrics.token=hush",
                        "handtag.address=https://portal.example.com")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void numbers_that_make_no_sense_are_refused_by_name() {
        assertAllRefused(
                "-1",
                "must be at least",
                "identity.requests-a-minute",
                "identity.attempts-a-minute",
                "requests.asked-an-hour",
                "recovery.lock-repeats",
                "recovery.reports-a-day",
                "audit.checkpoints.every",
                "audit.checkpoints.most-uncovered",
                "mdm.max-concurrent");
    }

    @Test
    void times_of_nothing_are_refused_by_name() {
        assertAllRefused(
                "0s",
                "must be ",
                "identity.lost-session",
                "requests.remind-after",
                "requests.escalate-after",
                "requests.decide-within",
                "requests.execute-within",
                "recovery.look-every",
                "devices.index-every",
                "policy.keep-decisions",
                "notifications.keep-trying",
                "audit.checkpoints.interval");
    }

    @Test
    void nothing_is_a_time_where_it_means_never_or_at_once_and_less_is_not() {
        rooms.withPropertyValues(assigned("0s", NEVER_OR_AT_ONCE))
                .run(context -> assertThat(context).hasNotFailed());
        assertAllRefused("-1s", "must not be less than nothing", NEVER_OR_AT_ONCE);
    }

    private void assertAllRefused(String value, String words, String... settings) {
        String told = refusal(assigned(value, settings));
        assertThat(settings).allSatisfy(setting -> assertThat(told).contains("handtag." + setting + ": " + words));
    }

    private static String[] assigned(String value, String... settings) {
        return Arrays.stream(settings)
                .map(setting -> "handtag." + setting + "=" + value)
                .toArray(String[]::new);
    }
}
