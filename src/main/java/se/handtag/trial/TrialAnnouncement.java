package se.handtag.trial;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import se.handtag.HandtagApplication;
import se.handtag.trial.idp.People;
import se.handtag.trial.idp.TrialIdp;

/** Prints, when a newcomer's portal answers, where it is, who can sign in, and how to stop. */
final class TrialAnnouncement implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        if (event.getSpringApplication().getMainApplicationClass() == HandtagApplication.class
                && environment.getPropertySources().contains(TrialStart.SOURCE)) {
            var locale = Locale.getDefault().getLanguage().equals("sv") ? Locale.of("sv") : Locale.ENGLISH;
            console().println(text(environment, locale));
        }
    }

    static String text(ConfigurableEnvironment environment, Locale locale) {
        var texts = ResourceBundle.getBundle("messages.trial", locale);
        var text = new StringBuilder("\n");
        line(
                text,
                texts.getString("start.running"),
                "http://localhost:" + environment.getProperty("local.server.port", "8080"));
        text.append('\n').append("  ");
        text.append(
                new MessageFormat(texts.getString("start.sign-in"), locale).format(new Object[] {TrialIdp.PASSWORD}));
        text.append('\n');
        for (var person : People.ofSampleCompany().offered()) {
            var line = person.as() == null ? "" : person.as().in(locale);
            text.append("    %-10s %-18s %s%n".formatted(person.username(), person.name(), line));
        }
        text.append('\n');
        line(
                text,
                texts.getString("start.mdm"),
                environment.getProperty("handtag.mdm.url", "").replaceFirst("/api/?$", ""));
        line(text, texts.getString("start.idp"), environment.getProperty("handtag.identity.issuer", ""));
        line(text, texts.getString("start.mail"), environment.getProperty("handtag.identity.issuer", "") + "/mail");
        line(text, texts.getString("start.data"), environment.getProperty("handtag.trial.folder", ""));
        return text.append("\n  ")
                .append(texts.getString("start.stop"))
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("  %-28s %s%n".formatted(what, value));
    }

    /** A terminal without a language set still shows UTF-8; plain ASCII would turn every å into a question mark. */
    private static PrintStream console() {
        var charset = System.out.charset();
        return charset.equals(StandardCharsets.US_ASCII)
                ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                : System.out;
    }
}
