package se.handtag.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;
import se.handtag.identity.DirectoryClaims;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.policy.ActionKind;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    @Test
    void a_message_to_an_address_is_still_its_owner_s_and_leads_to_the_request() {
        var bo = new Person(
                new PersonId(UUID.fromString("b0000000-0000-4000-8000-000000000002")),
                "bo",
                "Bo Berg",
                null,
                new DirectoryClaims(null, null, null, "bo@example.com", null),
                null,
                Set.of(Role.EMPLOYEE),
                null);
        assertThat(FirstState.reader(Messages.class).of(bo, 10)).singleElement().satisfies(message -> {
            assertThat(message.what()).isEqualTo(Message.What.TO_DECIDE);
            assertThat(message.about()).isEqualTo("Anna Åkesson");
            assertThat(message.action()).isEqualTo(ActionKind.WIPE);
            assertThat(message.thing()).isEqualTo("iPhone 16 …K7QX");
            assertThat(message.link()).isEqualTo("approvals?request=e0000000-0000-4000-8000-000000000001");
            assertThat(message.unread()).isTrue();
        });
    }
}
