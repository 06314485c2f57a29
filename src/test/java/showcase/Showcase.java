package showcase;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;
import se.handtag.ui.shell.NavigationItem.Area;
import se.handtag.ui.shell.ShellPerson;

/** Starts the showcase by itself: frame and kit, no sign-in, no database. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("se.handtag.ui.shell")
@EnableVaadin({"se.handtag.ui.shell", "showcase"})
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    VaadinScopesConfig.class,
    SpringBootAutoConfiguration.class
})
public class Showcase {
    /** The moment at which all pages of the showcase are looked at: a Tuesday, 10:46 in Stockholm. */
    public static final Instant NOW = Instant.parse("2026-11-24T09:46:00Z");

    /** Shows it to a person: port 8099. */
    public static void main(String[] arguments) {
        start(8099);
    }

    /** Starts on the port, 0 for a free one. */
    public static ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(Showcase.class)
                .properties(Map.of(
                        "server.port",
                        port,
                        "server.compression.enabled",
                        true,
                        "vaadin.productionMode",
                        true,
                        "spring.config.name",
                        "showcase",
                        "handtag.ui.help-desk",
                        "IT-support, 031-00 00 00"))
                .run();
    }

    @Bean
    static Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Europe/Stockholm"));
    }

    @Bean
    static ShellPerson person() {
        return new ShellPerson() {
            @Override
            public String name() {
                return "Anna Åkesson";
            }

            @Override
            public @Nullable String detail() {
                return "anna.akesson@fjallrav.example";
            }

            @Override
            public void signOut() {}
        };
    }

    @Bean
    static NavigationItem devices() {
        return NavigationItem.everyday(DevicesView.class, "showcase.devices", Glyph.DEVICE, 10, () -> true);
    }

    @Bean
    static NavigationItem apps() {
        return NavigationItem.everyday(KitView.class, "showcase.apps", Glyph.APP, 20, () -> true);
    }

    @Bean
    static NavigationItem requests() {
        return NavigationItem.everyday(DeviceView.class, "showcase.requests", Glyph.REQUESTS, 30, () -> true);
    }

    @Bean
    static NavigationItem inbox() {
        return NavigationItem.of(
                Area.EVERYDAY, InboxView.class, "showcase.inbox", Glyph.INBOX, 40, () -> true, () -> 3);
    }

    @Bean
    static NavigationItem rules() {
        return NavigationItem.of(
                Area.ADMINISTRATION, RulesView.class, "showcase.rules", Glyph.RULES, 50, () -> true, () -> 0);
    }

    @Bean
    static NavigationItem lost() {
        return NavigationItem.of(
                Area.ADMINISTRATION, LostView.class, "showcase.lost", Glyph.LOST, 60, () -> true, () -> 1);
    }

    @Bean
    static NavigationItem broken() {
        return NavigationItem.of(
                Area.ADMINISTRATION,
                DevicesView.class,
                "showcase.devices",
                Glyph.WARNING,
                70,
                () -> {
                    throw new IllegalStateException("a room that has fallen");
                },
                () -> 0);
    }
}
