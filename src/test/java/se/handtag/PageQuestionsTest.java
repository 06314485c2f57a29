package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Configuration;
import se.handtag.catalogue.Configurations;
import se.handtag.identity.Persons;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Platform;

/** What a page asks once has the answer of its own question, not of another like it. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageQuestionsTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    Configurations configurations;

    @Autowired
    Persons persons;

    @Autowired
    SamplePeople people;

    private static <A, B> void answersAsOutsideOfAPage(Function<A, B> question, A one, A other) {
        B first = question.apply(one);
        B second = question.apply(other);
        assertThat(first).isNotEqualTo(second);
        OneReading.of(() -> {
            for (int i = 0; i < 2; i++) {
                assertThat(question.apply(one)).isEqualTo(first);
                assertThat(question.apply(other)).isEqualTo(second);
            }
        });
    }

    @Test
    void apps_are_those_of_the_platform() {
        answersAsOutsideOfAPage(catalogue::offeredFor, Platform.IOS, Platform.ANDROID);
    }

    @Test
    void apps_are_those_that_were_asked_for_also_where_all_offered_were_read_before() {
        Set<AppId> all = ids(catalogue.offeredFor(Platform.IOS));
        Set<AppId> one = Set.of(all.iterator().next());
        answersAsOutsideOfAPage(catalogue::find, all, one);
        var alone = catalogue.find(all);
        OneReading.of(() -> {
            catalogue.offeredFor(Platform.IOS);
            assertThat(catalogue.find(all)).isEqualTo(alone);
            assertThat(catalogue.find(one)).containsOnlyKeys(one);
        });
    }

    private static Set<AppId> ids(List<CatalogueApp> apps) {
        return apps.stream().map(CatalogueApp::id).collect(Collectors.toSet());
    }

    @Test
    void configurations_are_those_that_were_asked_for() {
        var all = configurations.all().stream().map(Configuration::tag).toList();
        answersAsOutsideOfAPage(configurations::find, Set.of(all.getFirst()), Set.of(all.getLast()));
    }

    @Test
    void names_and_teams_are_those_of_the_people_who_were_asked_about() {
        people.person("anna");
        people.person("bo");
        people.person("eva");
        var bo = Set.of("bo.lind@fjallrav.example");
        var eva = Set.of("eva.noren@fjallrav.example");
        answersAsOutsideOfAPage(persons::namesByAddress, bo, eva);
        answersAsOutsideOfAPage(persons::addressesLedBy, bo, eva);
    }
}
