package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import feign.RequestLine;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalReads;
import se.handtag.mdm.Apps;
import se.handtag.mdm.DeviceCommands;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Groups;
import se.handtag.mdm.Operation;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;

/**
 * All 41 operations of the API: for each the screen and the role that uses it there, and what is done on the screen until
 * the MDM is asked it. What writes is done to the end, through every question and approval, until the MDM has taken it.
 */
@ViewPackages(packages = "se.handtag.ui")
class OperationsOnScreensTest extends Screens {
    private static final Set<String> WRITING = operations()
            .filter(method -> !method.getAnnotation(RequestLine.class).value().startsWith("GET "))
            .map(OperationsOnScreensTest::row)
            .collect(Collectors.toSet());

    @Autowired
    PortalReads reads;

    static List<Use> uses() {
        return Stream.of(
                        UsesOfTheDirectory.groups(),
                        UsesOfTheDirectory.people(),
                        UsesOfTheDirectory.devices(),
                        UsesOfTags.tags(),
                        UsesOfTags.onDevices(),
                        UsesOfTags.onPeople(),
                        UsesOfAppsAndCommands.apps(),
                        UsesOfAppsAndCommands.commands())
                .flatMap(Collection::stream)
                .toList();
    }

    private static Stream<Method> operations() {
        return Stream.of(
                        Groups.class,
                        Users.class,
                        Devices.class,
                        Tags.class,
                        DeviceTags.class,
                        UserTags.class,
                        Apps.class,
                        DeviceCommands.class)
                .flatMap(area -> Arrays.stream(area.getMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class));
    }

    private static String row(Method method) {
        return method.getAnnotation(Operation.class).value();
    }

    @Test
    void none_of_the_41_is_missing() {
        List<String> all = operations().map(OperationsOnScreensTest::row).toList();
        assertThat(all).hasSize(41);
        assertThat(WRITING).hasSize(22);
        assertThat(uses()).extracting(Use::operation).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void is_used_from_its_screen(Use use) {
        assertThat(people.person(use.who()).roles()).contains(use.role());
        reads.forget();
        use.open(this);
        assertThat(reads.operations()).as("by opening alone").doesNotContainAnyElementsOf(WRITING);
        use.doing().at(this);
        await(use.toString()).until(() -> reads.operations().contains(use.operation()));
        if (WRITING.contains(use.operation())) {
            await(use.toString()).until(() -> mdm.written().contains(use.operation()));
        }
    }
}
