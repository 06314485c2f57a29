package se.handtag.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import se.handtag.ui.kit.Languages;

/** Vaadin's texts from Spring's messages, so that screens, mails and server-rendered pages speak from the same files. */
@Component
final class MessageSourceI18N implements I18NProvider {
    private static final Logger LOG = LoggerFactory.getLogger(MessageSourceI18N.class);

    private final transient MessageSource messages;

    MessageSourceI18N(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public Locale getDefaultLocale() {
        return Languages.ENGLISH;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        try {
            return messages.getMessage(key, params, Languages.closest(locale));
        } catch (NoSuchMessageException missing) {
            LOG.warn("No text for {} in {}", key, locale);
            return "!" + key + "!";
        }
    }
}
