package se.handtag.ui.messages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.identity.SignedIn;
import se.handtag.notifications.Messages;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;
import se.handtag.ui.words.OwnPlaces;

@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
    @Bean
    static NavigationItem messagesPlace(Messages messages, SignedIn signedIn, OwnPlaces own) {
        return NavigationItem.of(
                NavigationItem.Area.EVERYDAY,
                MessagesView.class,
                "messages.title",
                Glyph.MESSAGE,
                50,
                () -> own.open() || messages.unread(signedIn.person()) > 0,
                () -> messages.unread(signedIn.person()));
    }
}
