package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/** Nobody makes up a line of the plain log by what they send. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogLinesTest {
    private static final String MADE_UP = "2026-11-28T12:00:00.000Z  INFO Somebody else did it";

    @Test
    void what_somebody_wrote_stays_in_its_line() {
        assertThat(lines("Nobody called a" + "\r\n" + MADE_UP + "\u0085\u001b[2K there", null))
                .singleElement()
                .asString()
                .contains("Nobody called a 2026", "there")
                .doesNotContain("\u001b[2K", "\r");
    }

    @Test
    void so_does_what_a_failure_says_and_its_stack_stays_readable() {
        List<String> lines = lines(
                "Failed",
                new IllegalStateException("bad: x\n" + MADE_UP, new IllegalArgumentException("why\r\n" + MADE_UP)));
        assertThat(lines).noneMatch(line -> line.startsWith(MADE_UP)).hasSizeGreaterThan(4);
        assertThat(lines).anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: why"));
        assertThat(lines).anyMatch(line -> line.startsWith("\tat se.handtag.LogLinesTest."));
    }

    private static List<String> lines(String message, @Nullable Throwable failure) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern());
        layout.start();
        var event = new LoggingEvent("test", context.getLogger("se.handtag"), Level.INFO, message, failure, null);
        return layout.doLayout(event).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String pattern() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        var settings = new PropertyPlaceholderHelper("${", "}");
        Properties all = Objects.requireNonNull(yaml.getObject());
        return settings.replacePlaceholders(Objects.requireNonNull(all.getProperty("logging.pattern.console")), all);
    }
}
