package se.handtag.ui.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the frame.
 *
 * @param helpDesk whom to turn to, as people read it, such as "IT help desk, 031-00 00 00"; null when not set
 */
@ConfigurationProperties("handtag.ui")
public record ShellSettings(@Nullable String helpDesk) {}
