package se.handtag.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;

/** What one may ask for. */
@PortalTest
class CatalogueTest {
    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired
    Catalogue catalogue;

    @Autowired
    Configurations configurations;

    @Autowired
    ConfigurationImport fromFile;

    @Autowired
    CatalogueImport appsFromFile;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalMdm mdm;

    @Test
    void only_what_it_offers_is_offered_and_only_for_that_platform() {
        assertThat(catalogue.offeredFor(Platform.IOS))
                .isNotEmpty()
                .allSatisfy(app -> {
                    assertThat(app.offered()).isTrue();
                    assertThat(app.platform()).isEqualTo(Platform.IOS);
                })
                .extracting(CatalogueApp::packageId)
                .contains("com.microsoft.skype.teams")
                .doesNotContain("se.fjallrav.enhetskoll");
    }

    @Test
    void an_app_is_described_in_the_readers_language() {
        CatalogueApp teams =
                Objects.requireNonNull(catalogue.find(Set.of(new AppId(2))).get(new AppId(2)));
        assertThat(teams.describe(SWEDISH)).isEqualTo("Chatt och möten");
        assertThat(teams.describe(Locale.ENGLISH)).isEqualTo("Chat and meetings");
    }

    @Test
    void an_app_that_the_mdm_does_not_have_is_not_found() {
        assertThat(catalogue.find(Set.of(new AppId(999_999)))).isEmpty();
        assertThat(catalogue.find("no.such.app", Platform.IOS)).isEmpty();
    }

    @Test
    void while_the_mdm_is_away_the_catalogue_stays_as_it_was() {
        int before = catalogue.offeredFor(Platform.IOS).size();
        mdm.fault("reset", "GET", "/api/apps");
        assertThat(catalogue.offeredFor(Platform.IOS)).hasSize(before);
    }

    @Test
    void a_configuration_has_a_name_for_people_in_both_languages() {
        Configuration abroad = configurations.find(new TagId(4)).orElseThrow();
        assertThat(abroad.name(SWEDISH)).isEqualTo("Utomlands");
        assertThat(abroad.name(Locale.ENGLISH)).isEqualTo("Abroad");
        assertThat(abroad.target()).isEqualTo(Configuration.Target.PERSON);
        assertThat(abroad.longestDays()).isEqualTo(30);
    }

    @Test
    void a_tag_that_it_has_not_described_is_no_configuration() {
        assertThat(configurations.find(new TagId(1))).isEmpty();
        assertThat(configurations.offered()).extracting(Configuration::tagName).doesNotContain("Chefer");
    }

    @Test
    void a_configuration_fits_only_the_platforms_it_is_meant_for() {
        Configuration office = configurations.find(new TagId(3)).orElseThrow();
        assertThat(office.fits(Platform.MACOS)).isTrue();
        assertThat(office.fits(Platform.TVOS)).isFalse();
        assertThat(configurations.find(new TagId(4)).orElseThrow().fits(Platform.TVOS))
                .as("none named: all")
                .isTrue();
    }

    @Test
    void what_it_wrote_is_kept_when_the_file_is_read_again() throws Exception {
        Configuration printer = configurations.find(new TagId(10)).orElseThrow();
        var changed = new Configuration(
                printer.tag(),
                printer.tagName(),
                printer.picture(),
                printer.target(),
                Set.of(Platform.MACOS),
                printer.approval(),
                7,
                "Printer",
                "Skrivare",
                printer.english(),
                printer.swedish(),
                false);
        transaction.executeWithoutResult(_ -> configurations.save(changed));
        fromFile.run(new DefaultApplicationArguments());
        assertThat(configurations.find(new TagId(10))).contains(changed);
        assertThat(configurations.offered()).doesNotContain(changed);
        transaction.executeWithoutResult(_ -> configurations.save(printer));
    }

    @Test
    void what_a_file_brings_in_is_on_record_and_what_is_there_already_is_not() throws Exception {
        database.sql("delete from catalogue.configuration where tag = 10").update();
        database.sql("update catalogue.app set package_id = 'as before' where package_id = 'se.nordljus.motesfonster'")
                .update();
        long before = newest();
        fromFile.run(new DefaultApplicationArguments());
        appsFromFile.run(new DefaultApplicationArguments());
        fromFile.run(new DefaultApplicationArguments());
        appsFromFile.run(new DefaultApplicationArguments());
        assertThat(since(before))
                .extracting(AuditRecord::kind, AuditRecord::action, AuditRecord::outcome)
                .containsExactlyInAnyOrder(
                        tuple(AuditKind.DATA, "describe-configuration", "imported"),
                        tuple(AuditKind.DATA, "change-catalogue", "imported"));
        assertThat(since(before))
                .anySatisfy(record ->
                        assertThat(record.facts().values()).contains("se.nordljus.motesfonster (TVOS, APP_STORE)"))
                .anySatisfy(record -> assertThat(record.subject()).isEqualTo("tag/10"));
        database.sql("delete from catalogue.app where package_id = 'se.nordljus.motesfonster'")
                .update();
        database.sql("update catalogue.app set package_id = 'se.nordljus.motesfonster' where package_id = 'as before'")
                .update();
    }

    private long newest() {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).stream()
                .mapToLong(AuditRecord::number)
                .findFirst()
                .orElse(0);
    }

    private List<AuditRecord> since(long before) {
        return await().until(
                        () ->
                                log
                                        .find(
                                                new AuditQuery(null, null, AuditKind.DATA, null, null, null),
                                                Long.MAX_VALUE,
                                                10)
                                        .stream()
                                        .filter(record -> record.number() > before)
                                        .toList(),
                        found -> found.size() >= 2);
    }
}
