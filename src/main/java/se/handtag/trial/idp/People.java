package se.handtag.trial.idp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The accounts of the sample company. */
public record People(List<Person> all) {
    /** Reads {@code sample-company/people.yaml}. */
    public static People ofSampleCompany() {
        try (var file = People.class.getResourceAsStream("/sample-company/people.yaml")) {
            if (file == null) {
                throw new IllegalStateException("The sample company is not part of this build");
            }
            return new People(List.copyOf(new YAMLMapper().readValue(file, new TypeReference<List<Person>>() {})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those whom the sign-in page and the start-up text offer, in the order of the file. */
    public List<Person> offered() {
        return all.stream().filter(person -> person.as() != null).toList();
    }

    /** The person of that username or e-mail address, or null. */
    @Nullable
    Person find(String usernameOrEmail) {
        for (var person : all) {
            if (person.username().equalsIgnoreCase(usernameOrEmail)
                    || person.email().equalsIgnoreCase(usernameOrEmail)) {
                return person;
            }
        }
        return null;
    }
}
