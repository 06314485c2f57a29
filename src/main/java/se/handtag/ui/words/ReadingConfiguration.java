package se.handtag.ui.words;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.ui.shell.ShellSettings;

/** How patient pages are. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
    @Bean
    static Patience patience(ShellSettings settings) {
        return settings::outlineAfter;
    }
}
