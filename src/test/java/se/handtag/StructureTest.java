package se.handtag;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import se.handtag.mdm.Writes;

/** How the house is built: rooms, the arrows between them, and who may touch the MDM. */
class StructureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What Spring writes when the jar is made, left over from an earlier build.
            .withImportOption(place -> !place.contains("__"))
            .importPackages("se.handtag");

    /** What a room may know; a room that is not named here must be added with care. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("identity", Set.of()),
            Map.entry("mdm", Set.of()),
            Map.entry("trial", Set.of()),
            Map.entry("audit", Set.of("identity")),
            Map.entry("devices", Set.of("mdm", "identity")),
            Map.entry("catalogue", Set.of("mdm", "audit")),
            Map.entry("policy", Set.of("devices", "catalogue", "audit", "identity", "mdm")),
            Map.entry("commands", Set.of("mdm", "devices", "policy", "audit", "identity")),
            Map.entry("requests", Set.of("policy", "commands", "devices", "audit", "identity", "mdm")),
            Map.entry("grants", Set.of("requests", "policy", "commands", "audit", "identity", "mdm")),
            Map.entry("recovery", Set.of("requests", "policy", "commands", "devices", "audit", "identity", "mdm")),
            Map.entry(
                    "notifications",
                    Set.of("requests", "commands", "grants", "recovery", "policy", "devices", "identity", "mdm")),
            Map.entry(
                    "ui",
                    Set.of(
                            "requests",
                            "commands",
                            "grants",
                            "recovery",
                            "notifications",
                            "policy",
                            "devices",
                            "catalogue",
                            "audit",
                            "identity",
                            "mdm")));

    /** Rooms that may call the MDM; to all others it lends its words only. */
    private static final Set<String> CALLERS = Set.of("mdm", "devices", "catalogue", "commands");

    @Test
    void the_walls_between_rooms_hold() {
        ApplicationModules.of(HandtagApplication.class).verify();
    }

    /** Nobody looks for them, since nobody uses them: who may do what is asked of the rules, and who goes where of the views. */
    @Test
    void annotations_that_would_guard_methods_stand_nowhere() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.security.access.prepost..")
                        .or(resideInAPackage("org.springframework.security.access.annotation..")))
                .check(HOUSE);
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("se.handtag.ui..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.annotation.security.."))
                .check(HOUSE);
    }

    static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        HOUSE.forEach(type -> room(type).ifPresent(rooms::add));
        return rooms;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_knows_only_the_rooms_that_the_design_lets_it_know(String room) {
        assertThat(ARROWS).as("the rooms of the design").containsKey(room);
        Set<String> known = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (room(type).equals(Optional.of(room))) {
                type.getDirectDependenciesFromSelf()
                        .forEach(arrow -> room(arrow.getTargetClass()).ifPresent(known::add));
            }
        }
        known.remove(room);
        assertThat(ARROWS.get(room)).containsAll(known);
    }

    @Test
    void only_commands_write_to_the_mdm() {
        noClasses()
                .that()
                .resideOutsideOfPackages("se.handtag.commands..", "se.handtag.mdm..")
                .should()
                .accessTargetWhere(describe("an operation that writes", StructureTest::writes))
                .check(HOUSE);
        assertThat(HOUSE.stream()
                        .filter(resideInAPackage("se.handtag.commands.."))
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(StructureTest::writes))
                .as("commands do write, so that the rule above looks at something")
                .isNotEmpty();
    }

    private static boolean writes(JavaAccess<?> access) {
        if (!(access instanceof JavaCodeUnitAccess<?> call)) {
            return false;
        }
        var called = call.getTarget().resolveMember();
        return called.isPresent() && writes(called.get());
    }

    /** A method that is marked, or one that calls a marked method of its own interface. */
    private static boolean writes(JavaCodeUnit called) {
        if (called.isAnnotatedWith(Writes.class)) {
            return true;
        }
        for (var inner : called.getCallsFromSelf()) {
            var target = inner.getTarget().resolveMember();
            if (inner.getTargetOwner().equals(called.getOwner())
                    && target.isPresent()
                    && target.get().isAnnotatedWith(Writes.class)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void rooms_that_do_not_call_the_mdm_use_its_words_only() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (room(type).filter(CALLERS::contains).isEmpty()) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> room(arrow.getTargetClass()).equals(Optional.of("mdm")))
                        .filter(arrow -> !isWord(arrow.getTargetClass()))
                        .forEach(arrow -> strangers.add(arrow.getDescription()));
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static boolean isWord(JavaClass type) {
        String name = type.getName().substring("se.handtag.mdm.".length());
        return name.matches(
                "[A-Z][A-Za-z]*Id|New[A-Z][a-z]+|(Group|Tag|User)Change|Platform|Store|Violation|MdmException(\\$[A-Za-z]+)?");
    }

    @Test
    void the_trial_mdm_and_the_client_share_no_class() {
        noClasses()
                .that()
                .resideInAPackage("se.handtag.trial..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("se.handtag.mdm..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("se.handtag.mdm..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("se.handtag.trial..")
                .check(HOUSE);
    }

    @Test
    void every_package_says_that_null_is_the_exception() {
        Map<String, Boolean> marked = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            marked.putIfAbsent(type.getPackageName(), type.getPackage().isAnnotatedWith(NullMarked.class));
        }
        assertThat(marked).isNotEmpty().doesNotContainValue(false);
    }

    @Test
    void nothing_is_kept_in_an_optional() {
        fields().should().notHaveRawType(Optional.class).check(HOUSE);
    }

    /** A manager by itself is a person. */
    @Test
    void no_class_has_a_name_that_says_nothing() {
        List<String> empty = List.of("Impl", "[a-z]Manager", "Utils", "Util", "Helper");
        classes()
                .should()
                .haveNameNotMatching(".*(" + String.join("|", empty) + ")(\\$.*)?")
                .check(HOUSE);
    }

    private static Optional<String> room(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        String name = element.getPackageName();
        if (!name.startsWith("se.handtag.")) {
            return Optional.empty();
        }
        return Optional.of(name.substring("se.handtag.".length()).split("\\.")[0]);
    }
}
