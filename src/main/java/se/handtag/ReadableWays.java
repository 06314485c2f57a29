package se.handtag;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.PropertyResolver;

/**
 * Settings by which somebody on the way could read what Handtag sends or is sent. The MDM's address is checked by its own
 * room, the database's by {@link StartChecks}. To this machine itself anything may go.
 */
final class ReadableWays {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    private static final List<String> ADDRESSES = List.of(
            "handtag.address",
            "handtag.identity.issuer",
            "handtag.audit.checkpoints.target",
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "management.opentelemetry.logging.export.otlp.endpoint",
            "management.otlp.metrics.export.url");

    private static final String MAIL = "spring.mail.host";

    /** Any of these encrypts mail from its first word or before the first that counts. */
    private static final Map<String, String> MAIL_ENCRYPTED = Map.of(
            "spring.mail.properties.mail.smtp.starttls.required", "true",
            "spring.mail.properties.mail.smtp.ssl.enable", "true",
            "spring.mail.ssl.enabled", "true",
            "spring.mail.protocol", "smtps");

    private ReadableWays() {}

    /** The settings that lead over such a way; empty when none does. */
    static List<String> among(PropertyResolver settings) {
        var readable = new ArrayList<String>();
        for (String address : ADDRESSES) {
            if (isReadable(settings.getProperty(address, "").strip())) {
                readable.add(address);
            }
        }
        String mail = settings.getProperty(MAIL, "").strip();
        boolean encrypted = !settings.getProperty("spring.mail.ssl.bundle", "").isBlank()
                || MAIL_ENCRYPTED.entrySet().stream()
                        .anyMatch(way ->
                                settings.getProperty(way.getKey(), "").strip().equalsIgnoreCase(way.getValue()));
        if (!mail.isEmpty() && !encrypted && !THIS_MACHINE.matcher(mail).matches()) {
            readable.add(MAIL);
        }
        return readable;
    }

    private static boolean isReadable(String address) {
        if (address.isEmpty() || address.toLowerCase(Locale.ROOT).startsWith("https://")) {
            return false;
        }
        try {
            String host = URI.create(address).getHost();
            return host == null || !THIS_MACHINE.matcher(host).matches();
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }
}
