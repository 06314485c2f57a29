package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers load is made beforehand, so that no build needs Node: it must hold what the screens use. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleTest {
    private static final String ANEW = "src/main/bundles/prod.bundle is out of date: make it anew with ./mvnw -Pbundle";

    @SuppressWarnings("NullAway.Init")
    private static JsonNode bundle;

    @BeforeAll
    static void read() throws IOException {
        try (var zip = new ZipFile("src/main/bundles/prod.bundle")) {
            bundle = JsonMapper.shared().readTree(zip.getInputStream(zip.getEntry("config/stats.json")));
        }
    }

    @Test
    void holds_every_component_that_a_screen_uses() {
        Set<String> held = bundle.get("bundleImports")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        Set<String> used = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.handtag.ui").stream()
                        .flatMap(screen -> screen.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .filter(target -> target.isAssignableTo(Component.class))
                        .flatMap(BundleTest::modules)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).hasSizeGreaterThan(10);
        used.removeAll(held);
        assertThat(used).as(ANEW).isEmpty();
    }

    private static Stream<String> modules(JavaClass component) {
        return Arrays.stream(component.reflect().getAnnotationsByType(JsModule.class))
                .map(JsModule::value)
                .filter(module -> !module.startsWith("context://"))
                .map(module -> module.replaceFirst("^\\./", "Frontend/generated/jar-resources/"));
    }

    @Test
    void is_made_with_the_parts_of_this_version_of_Vaadin() throws IOException {
        JsonNode parts = bundle.get("packageJsonDependencies");
        try (var versions =
                Objects.requireNonNull(BundleTest.class.getResourceAsStream("/vaadin-core-versions.json"))) {
            JsonNode button = JsonMapper.shared().readTree(versions).get("core").get("button");
            assertThat(parts.get("@vaadin/button").asString())
                    .as(ANEW)
                    .isEqualTo(button.get("jsVersion").asString());
        }
    }
}
