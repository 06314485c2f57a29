package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    @Test
    void whoever_had_signed_in_is_the_same_person() {
        var persons = FirstState.reader(Persons.class);
        var anna = new PersonId(UUID.fromString("a0000000-0000-4000-8000-000000000001"));

        assertThat(persons.known("https://id.example.com", "anna")).hasValue(new Persons.Known(anna, "Anna Åkesson"));
        assertThat(persons.withAddress("anna@example.com")).containsExactly(anna);
        assertThat(persons.rolesOf(anna)).as("not known until they sign in").isEmpty();
    }
}
