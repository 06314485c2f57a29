package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;
import tools.jackson.core.type.TypeReference;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    @Test
    void what_the_MDM_said_last_is_known() {
        assertThat(FirstState.reader(Pictures.class).known("names", new TypeReference<List<String>>() {}))
                .hasValue(List.of("Annas iPhone", "Bos iPad"));
    }
}
