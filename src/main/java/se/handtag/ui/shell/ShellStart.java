package se.handtag.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import se.handtag.Longest;
import se.handtag.ui.kit.Languages;
import se.handtag.ui.kit.Toast;

/** Prepares each session and page: its language, its head, and the words for when something fails or the connection is gone. */
@Component
final class ShellStart implements VaadinServiceInitListener {
    private final transient I18NProvider texts;
    private final transient Failures failures;
    private final transient Brand brand;
    private final transient ApplicationEventPublisher events;

    ShellStart(I18NProvider texts, Failures failures, Brand brand, ApplicationEventPublisher events) {
        this.texts = texts;
        this.brand = brand;
        this.events = events;
        this.failures = failures;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        event.addIndexHtmlRequestListener(
                new PageHead(texts, brand, service.getDeploymentConfiguration().isProductionMode()));
        var kept = new KeptAnswer();
        event.addVaadinRequestInterceptor(kept);
        event.addRequestHandler(kept);
        service.setSystemMessagesProvider(info -> systemMessages(Languages.closest(info.getLocale())));
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(this::failed));
        service.addUIInitListener(init -> prepare(init.getUI()));
    }

    private void prepare(UI ui) {
        if (VaadinServletRequest.getCurrent() instanceof VaadinServletRequest request) {
            var language = LanguageCookie.language(request.getCookies(), request.getLocales());
            ui.getSession().setLocale(language);
            ui.setLocale(language);
        }
        // Vaadin's own indicator is outside every landmark; as a status it is read out, and found in its right.
        ui.getPage().executeJs("document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
        var connection = ui.getReconnectDialogConfiguration();
        connection.setDialogText(texts.getTranslation("shell.connection.lost", ui.getLocale()));
        connection.setDialogTextGaveUp(texts.getTranslation("shell.connection.gone", ui.getLocale()));
    }

    private void failed(ErrorEvent event) {
        if (event.getThrowable() instanceof Longest.TooLong tooLong) {
            Toast.problem(texts.getTranslation(
                    "kit.too-long", Languages.closest(UI.getCurrent().getLocale()), tooLong.most()));
            return;
        }
        var reference = failures.note(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null && event.getThrowable() instanceof AccessDeniedException) {
            events.publishEvent(
                    new PressRefused(ui.getInternals().getActiveViewLocation().getPath()));
            Toast.problem(texts.getTranslation("shell.refused.toast", ui.getLocale()));
            return;
        }
        if (ui != null && ui.isAttached()) {
            Toast.problem(texts.getTranslation("shell.failure.toast", ui.getLocale(), reference));
        }
    }

    private SystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("shell.session-expired.title", locale));
        messages.setSessionExpiredMessage(texts.getTranslation("shell.session-expired.text", locale));
        messages.setInternalErrorCaption(texts.getTranslation("shell.internal-error.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("shell.internal-error.text", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.cookies-disabled.title", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.cookies-disabled.text", locale));
        messages.setSyncErrorCaption(texts.getTranslation("shell.internal-error.title", locale));
        messages.setSyncErrorMessage(texts.getTranslation("shell.internal-error.text", locale));
        return messages;
    }
}
