package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.Upload;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;
import se.handtag.audit.AuditKind;
import se.handtag.catalogue.Shelf;
import se.handtag.devices.Directory;
import se.handtag.devices.TagLinks;
import se.handtag.policy.PortalRules;
import se.handtag.requests.Proposal;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.Languages;

@ViewPackages(packages = "se.handtag.ui")
class FilesTest extends Screens {
    @Autowired
    SecondPerson second;

    @Autowired
    PeopleFile peopleFile;

    @Autowired
    TagsFile tags;

    @Autowired
    CatalogueFile catalogue;

    @Autowired
    Batch batch;

    @Autowired
    PortalRules rules;

    @Autowired
    Directory directory;

    @Autowired
    TagLinks links;

    @Autowired
    Shelf shelf;

    @Autowired
    JdbcClient database;

    @Test
    void what_was_taken_out_changes_nothing_when_it_is_taken_in() throws Exception {
        for (var file : List.<Both>of(
                new Both(peopleFile::write, peopleFile::plan),
                new Both(tags::write, tags::plan),
                new Both(catalogue::write, catalogue::plan))) {
            var out = new StringWriter();
            file.body().write(out);
            var lines = Csv.read(out.toString(), List.of());
            var plan = file.plan().apply(lines);
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.items()).isEmpty();
            assertThat(plan.same()).isEqualTo(lines.size()).isPositive();
        }
    }

    private record Both(Downloads.Body body, Function<List<Csv.Line>, Plan> plan) {}

    @Test
    void every_wrong_line_is_told_with_its_number() throws Exception {
        mdm.twoGroupsOfOneName("Tvilling");
        var plan = peopleFile.plan(
                Csv.read("id,name,group\n999999,A,\n,,Nowhere\n,B,Tvilling\n4,,\n,C,Nowhere\n", List.of()));
        assertThat(plan.problems())
                .extracting(Plan.Problem::line, Plan.Problem::key)
                .containsExactly(
                        tuple(2L, "directory.files.no-person"),
                        tuple(3L, "directory.files.no-group"),
                        tuple(4L, "directory.files.several-groups"),
                        tuple(6L, "directory.files.no-group"));
        assertThat(plan.same()).isEqualTo(1);
        var tagPlan = tags.plan(Csv.read("on,which,tag,do\nroom,x,y,\ndevice,NOSUCH,nosuch,fly\n", List.of()));
        assertThat(tagPlan.problems()).hasSize(2);
        var cataloguePlan =
                catalogue.plan(Csv.read("packageId,platform,store,offered,approval\nx,IOS,PLAY,yes,NONE\n", List.of()));
        assertThat(cataloguePlan.problems()).extracting(Plan.Problem::key).containsExactly("directory.files.no-app");
    }

    @Test
    void whoever_is_there_is_not_added_once_more_and_nobody_stands_on_two_lines() throws Exception {
        String anna = directory.user(PortalDevices.ANNA).orElseThrow().email();
        var plan = peopleFile.plan(Csv.read(
                "id,name,email,accountName\n,Anna,%s,\n,Ny,ny@fjallrav.example,Ny@fjallrav.example\n,Nya,NY@fjallrav.example,\n4,Annie,,\n4,Annika,,\n"
                        .formatted(anna),
                List.of()));
        assertThat(plan.problems())
                .extracting(Plan.Problem::line, Plan.Problem::key)
                .containsExactly(
                        tuple(2L, "directory.files.there"),
                        tuple(4L, "directory.files.twice"),
                        tuple(6L, "directory.files.twice"));
    }

    @Test
    void what_the_mdm_cannot_change_and_cells_without_a_column_are_told_and_not_left_out_in_silence() throws Exception {
        var plan = peopleFile.plan(
                Csv.read("id,name,office,accountName\n4,,,somebody.else\n4,Andersson, Anna,Boden,a@x\n", List.of()));
        assertThat(plan.problems())
                .extracting(Plan.Problem::line, Plan.Problem::key, Plan.Problem::about)
                .containsExactly(
                        tuple(2L, "directory.files.account", "somebody.else"),
                        tuple(3L, "directory.files.beyond", "a@x"));
        var out = new StringWriter();
        catalogue.write(out);
        List<String> lines = out.toString().lines().toList();
        var twice = catalogue.plan(
                Csv.read(String.join("\n", lines.getFirst(), lines.getLast(), lines.getLast()), List.of()));
        assertThat(twice.problems()).extracting(Plan.Problem::key).containsExactly("directory.files.twice");
    }

    @Test
    void a_catalogue_without_a_column_is_not_taken_for_one_that_takes_its_texts_away() {
        open("sara", "directory/files");
        upload(2, "packageId,platform,store,offered,approval\nx,IOS,PLAY,yes,NONE\n");
        says("The file’s first line does not name its columns");
        assertThat(page()).contains("onlyGroup, approval, vpp, english, swedish");
    }

    @Test
    void what_the_rules_would_refuse_is_said_before_anything_is_asked_for() {
        publishThatNobodyIsChanged();
        open("sara", "directory/files");
        upload(0, "id,name,office\n4,,Boden\n");
        says("The rules say no to one of them");
        assertThat(page()).contains("1 × Not today.");
    }

    private void publishThatNobodyIsChanged() {
        rules.add(people.actor("sara"), """
                - id: nobody-changes-today
                  effect: deny
                  actions: [change-user]
                  when: '"it" in actor.roles'
                  because: {en: Not today., sv: Inte i dag.}
                """);
    }

    @Test
    void people_of_a_file_are_changed_and_added_like_by_hand() throws Exception {
        var plan = peopleFile.plan(Csv.read("id,name,office\n4,,Kiruna\n,Fil Filsson,Luleå\n", List.of()));
        List<Batch.Result> results = new ArrayList<>();
        batch.run(people.actor("sara"), plan.items(), "from a file", results::add);
        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).isInstanceOf(Batch.Result.Asked.class));
        await().until(() ->
                "Kiruna".equals(directory.user(PortalDevices.ANNA).orElseThrow().office()));
    }

    @Test
    void the_catalogue_of_a_file_is_saved_and_on_record() throws Exception {
        var out = new StringWriter();
        catalogue.write(out);
        var plan = catalogue.plan(Csv.read(out.toString().replace(",yes,", ",no,"), List.of()));
        assertThat(plan.items()).isNotEmpty();
        batch.run(people.actor("sara"), plan.items().subList(0, 1), "", _ -> {});
        assertThat(last(AuditKind.DATA).action()).isEqualTo("change-catalogue");
        batch.run(
                people.actor("sara"),
                catalogue.plan(Csv.read(out.toString(), List.of())).items(),
                "",
                result -> assertThat(result).isEqualTo(new Batch.Result.Saved(Proposal.Outcome.WAITS)));
        second.waiting(people.person("daniel"))
                .forEach(proposal -> second.agree(people.actor("daniel"), proposal.id()));
        assertThat(catalogue.plan(Csv.read(out.toString(), List.of())).items()).isEmpty();
    }

    @Test
    void a_file_is_first_only_tried() {
        open("sara", "directory/files");
        upload(0, "id,name,office\n4,,Boden\n");
        says("It would change 1; 0 are so already");
        assertThat(directory.user(PortalDevices.ANNA).orElseThrow().office()).isNotEqualTo("Boden");
        upload(0, "id,name\n77777,\n");
        says("Line 2: “77777” is nobody, or more than one.");
        upload(0, "nonsense");
        says("The file’s first line does not name its columns");
    }

    @Test
    void of_many_wrong_lines_the_first_hundred_are_listed_and_the_page_says_so() {
        open("sara", "directory/files");
        upload(0, "id,name\n" + wrong(100));
        says("100 lines are wrong");
        assertThat(page()).contains("Line 101: ").doesNotContain("are listed");
        upload(0, "id,name\n" + wrong(101));
        says("101 lines are wrong");
        assertThat(page()).contains("The first 100 are listed.", "Line 101: ").doesNotContain("Line 102: ");
    }

    private static String wrong(int lines) {
        return IntStream.range(0, lines).mapToObj("x%d,\n"::formatted).collect(Collectors.joining());
    }

    @Test
    void how_many_devices_move_along_and_are_configured_again_is_read_before_anything_is_pressed() {
        open("sara", "directory/files");
        upload(0, "id,name,office,group\n1,,,#8\n3,,,#8\n4,,,#8\n5,,Boden,\n32,,Boden,#15\n");
        says("It would change 5; 0 are so already");
        assertThat(page())
                .contains("Another group", "3 people move, and 8 devices move along and will be configured again: ")
                .containsPattern("again: (?:[^,]+ …\\w{4}, ){4}[^,]+ …\\w{4} … Counted in what was read from the MDM");
        upload(0, "id,name,group\n4,,#8\n27,,#8\n");
        says("2 people move, and 3 devices move along and will be configured again: ");
        assertThat(page()).contains("iPhone 16 …K7QX", "Galaxy Tab Active5 …02PM. Counted");
    }

    @Test
    void who_has_no_device_moves_alone_and_who_stays_is_not_said_to_move() {
        open("sara", "directory/files");
        upload(0, "id,name,group\n27,,#8\n");
        says("One person moves. There are no devices to configure again.");
        upload(0, "id,name,office,group\n4,,Boden,#3\n");
        says("It would change 1; 0 are so already");
        assertThat(page()).doesNotContain("Another group");
    }

    @Test
    void that_nobody_knows_how_many_devices_move_along_is_said_too() {
        database.sql("delete from devices.reading").update();
        open("sara", "directory/files");
        upload(0, "id,name,group\n4,,#8\n");
        says("Their devices move along and will be configured again; how many is not known yet");
        reading.read();
    }

    @Test
    void a_file_of_a_swedish_spreadsheet_is_read_as_it_was_meant() {
        open("sara", "directory/files");
        upload(0, "id;name;office\n4;;Skellefteå\n".getBytes(Charset.forName("windows-1252")));
        says("It would change 1; 0 are so already");
        press("Ask for this change");
        confirm("Ask for this change");
        await().until(() -> "Skellefteå"
                .equals(directory.user(PortalDevices.ANNA).orElseThrow().office()));
    }

    @Test
    void a_file_whose_letters_cannot_be_told_is_refused_in_words() {
        open("sara", "directory/files");
        for (String charset : new String[] {"IBM850", "x-MacRoman", "ISO-8859-2"}) {
            upload(
                    0,
                    "id;name;office\n4;;Łódź å\n4;;Skellefteå\n"
                            .replace("ź", "")
                            .getBytes(Charset.forName(charset)));
            says("The file’s letters cannot be told for certain");
        }
    }

    @Test
    void a_database_that_is_away_is_told() {
        open("sara", "directory/files");
        mdm.fault("error", "GET", "/api/");
        upload(0, "id,name,office\n4,,Boden\n");
        says("The MDM does not answer");
    }

    @Test
    void a_table_that_is_too_large_is_not_read_whatever_the_browser_lets_through() {
        open("sara", "directory/files");
        upload(0, new byte[5 * 1024 * 1024 + 1]);
        says("The file is larger than 5 MB. Choose a smaller one.");
        upload(0, "id,name,office\n4,,Boden\n");
        says("It would change 1; 0 are so already");
        assertThat(page()).doesNotContain("larger than");
    }

    @Test
    void a_workbook_under_another_name_is_no_table() {
        open("sara", "directory/files");
        upload(0, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, '!', 0, (byte) 0xb5, 'U'});
        says("A table must be a CSV file. Save it as CSV in the spreadsheet, and choose that.");
    }

    @Test
    void a_picture_that_is_too_large_or_none_is_refused_in_words_and_a_smaller_one_is_taken() {
        open("sara", "directory/apps/new");
        picture(png(512 * 1024 + 1));
        says("The file is larger than 512 kB. Choose a smaller one.");
        picture("GIF89a".getBytes(StandardCharsets.UTF_8));
        says("The picture must be a PNG file. Save it as PNG, and choose that.");
        picture(png(512 * 1024));
        says("Picture: x.png");
        assertThat(page()).doesNotContain("must be a PNG");
    }

    @Test
    void what_a_browser_refuses_by_itself_it_says_in_the_person_s_language() {
        open("sara", "directory/apps/new");
        UI.getCurrent().setLocale(Languages.SWEDISH);
        UI.getCurrent().navigate("directory/files");
        var said = $(Upload.class).all().getFirst().getI18n().getError();
        assertThat(said.getFileIsTooBig()).isEqualTo("Filen är större än 5 MB. Välj en mindre.");
        assertThat(said.getIncorrectFileType()).startsWith("En tabell måste vara en CSV-fil.");
    }

    private void picture(byte[] bytes) {
        test($(Upload.class).single()).upload("x.png", "image/png", bytes);
    }

    private static byte[] png(int size) {
        return Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, size);
    }

    @Test
    void taking_a_file_out_is_on_record() {
        open("sara", "directory/files");
        assertThat(download("Take out people")).contains("Anna Åkesson", "id,name,email");
        assertThat(last(AuditKind.EXPORT).facts()).containsEntry("text", "people");
    }

    private void upload(int which, String text) {
        upload(which, text.getBytes(StandardCharsets.UTF_8));
    }

    private void upload(int which, byte[] bytes) {
        test($(Upload.class).all().get(which)).upload("x.csv", "text/csv", bytes);
    }
}
