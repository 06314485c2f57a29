package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrialMdmTest {
    @Test
    void starts_with_the_sample_company_and_answers() {
        var settings = Databases.fresh().withCompany("sample-company");
        long before = System.nanoTime();
        try (var mdm = TrialMdm.start(settings);
                var caller = new Caller(mdm)) {
            System.out.println("start ms " + (System.nanoTime() - before) / 1_000_000);
            for (String path : java.util.List.of(
                    "/groups",
                    "/users",
                    "/devices",
                    "/tags",
                    "/devicetags",
                    "/usertags",
                    "/apps",
                    "/devices/19eefc94-c6ca-4215-9ac4-c366a4136e1a",
                    "/groups?path=Fj%C3%A4llr%C3%A4v%20Logistik%5CLager")) {
                String body = caller.get(path).ok().body();
                System.out.println(path + " " + body.length() + " " + body.substring(0, Math.min(300, body.length())));
            }
            assertThat(caller.post("/devices/19eefc94-c6ca-4215-9ac4-c366a4136e1a/lockdevice")
                            .ok()
                            .body())
                    .isEmpty();
            mdm.tick();
        }
        before = System.nanoTime();
        try (var mdm = TrialMdm.start(settings)) {
            System.out.println("start again ms " + (System.nanoTime() - before) / 1_000_000);
        }
    }
}
