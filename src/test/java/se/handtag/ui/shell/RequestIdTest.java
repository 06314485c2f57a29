package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.PropertyPlaceholderHelper;
import tools.jackson.databind.json.JsonMapper;

/** What a request writes into the log is found by the name that its answer carries. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestIdTest {
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // While the request is under way, as a real appender writes.
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };
    private String name = "";

    @BeforeEach
    void a_request_writes_a_line() throws ServletException, IOException {
        var log = context.getLogger("se.handtag");
        // Threads hand their names on by an adapter of the context's own, as the real one has it.
        context.setMDCAdapter(org.slf4j.MDC.getMDCAdapter());
        events.setContext(context);
        events.start();
        log.addAppender(events);
        var response = new MockHttpServletResponse();
        new RequestId(new Random(7))
                .doFilter(new MockHttpServletRequest(), response, (_, _) -> log.warn("Something happened"));
        log.warn("Something else happened");
        name = Objects.requireNonNull(response.getHeader("X-Request-Id"));
        assertThat(name).matches("[A-Z0-9]{8}");
    }

    @Test
    void in_a_plain_line() {
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(shippedPattern());
        layout.start();

        assertThat(layout.doLayout(events.list.getFirst()))
                .contains("[" + name + "]")
                .contains("Something happened");
        assertThat(layout.doLayout(events.list.getLast())).doesNotContain(name);
    }

    @Test
    void in_json_as_the_container_writes_it() {
        context.putObject(Environment.class.getName(), new MockEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();

        String line = new String(encoder.encode(events.list.getFirst()), StandardCharsets.UTF_8);
        var json = JsonMapper.shared().readTree(line);
        assertThat(json.path("request").asString()).isEqualTo(name);
        assertThat(json.path("message").asString()).isEqualTo("Something happened");
    }

    private static String shippedPattern() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        var all = Objects.requireNonNull(yaml.getObject());
        return new PropertyPlaceholderHelper("${", "}")
                .replacePlaceholders(Objects.requireNonNull(all.getProperty("logging.pattern.console")), all);
    }
}
