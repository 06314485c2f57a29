package se.handtag.ui.directory;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;

/** The places of IT's side, each visible to the roles that may go there. */
@Configuration(proxyBeanMethods = false)
class DirectoryNavigation {
    @Bean
    static NavigationItem findAnything(SignedIn signedIn) {
        return NavigationItem.of(
                NavigationItem.Area.ADMINISTRATION,
                FindView.class,
                "directory.find.title",
                Glyph.SEARCH,
                110,
                is(signedIn, Role.IT, Role.HELP_DESK),
                () -> 0);
    }

    @Bean
    static NavigationItem directory(SignedIn signedIn) {
        return NavigationItem.of(
                NavigationItem.Area.ADMINISTRATION,
                PeopleView.class,
                "directory.title",
                Glyph.GROUPS,
                112,
                is(signedIn, Role.IT),
                () -> 0);
    }

    @Bean
    static NavigationItem manyAtOnce(SignedIn signedIn) {
        return NavigationItem.of(
                NavigationItem.Area.ADMINISTRATION,
                ManyView.class,
                "directory.many",
                Glyph.TAG,
                114,
                is(signedIn, Role.IT),
                () -> 0);
    }

    @Bean
    static NavigationItem overview(SignedIn signedIn) {
        return NavigationItem.of(
                NavigationItem.Area.ADMINISTRATION,
                HealthView.class,
                "directory.overview",
                Glyph.INFO,
                150,
                is(signedIn, Role.IT),
                () -> 0);
    }

    @Bean
    static NavigationItem secondPerson(SignedIn signedIn, SecondPerson second) {
        return NavigationItem.of(
                NavigationItem.Area.ADMINISTRATION,
                SecondPersonView.class,
                "directory.second",
                Glyph.GROUPS,
                136,
                is(signedIn, Role.IT),
                () -> second.waiting(signedIn.person()).size());
    }

    private static BooleanSupplier is(SignedIn signedIn, Role... roles) {
        return () -> signedIn.find()
                .filter(person -> Arrays.stream(roles).anyMatch(person::is))
                .isPresent();
    }
}
