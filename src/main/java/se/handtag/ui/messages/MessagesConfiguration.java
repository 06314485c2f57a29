package se.handtag.ui.messages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.OneReading;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
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
                () -> own.open() || unread(messages, signedIn.person()) > 0,
                () -> unread(messages, signedIn.person()));
    }

    private record Unread(PersonId person) {}

    private static int unread(Messages messages, Person person) {
        return OneReading.told(new Unread(person.id()), () -> messages.unread(person));
    }
}
