package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest extends WithMdm {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic aGFuZHRhZzpmZWw=",
                "Basic ZmVsOmhhbmR0YWc=",
                "Basic aGFuZHRhZw==",
                "Basic !!!",
                "Basic",
                "Bearer aGFuZHRhZzpoYW5kdGFn",
                ""
            })
    void refuses_a_wrong_login(String authorization) {
        var reply = call().send("POST", "/api/devices/" + IPHONE + "/lockdevice", null, "Authorization", authorization);
        refused(reply, 401, "login");
        assertThat(journal()).isEmpty();
    }

    @Test
    void tells_how_to_log_in() throws Exception {
        var request = call().request("GET", "/api/groups", null, "Authorization", "Basic x");
        var answer = call().response(request);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic realm="));
    }

    @Test
    void tells_strangers_nothing_of_what_is_there() {
        var reply = call().send("GET", "/api/no/such/address", null, "Authorization", "Basic x");
        refused(reply, 401, "login");
    }

    @Test
    void takes_the_scheme_in_any_case() {
        call().send("GET", "/api/groups", null, "Authorization", Caller.LOGIN.replace("Basic", "bAsIc"))
                .ok();
    }

    @Test
    void takes_a_login_with_letters_beyond_ascii_and_colons() {
        var other = Databases.fresh().withLogin("åsa", "hem:lig ö");
        try (var stranger = TrialMdm.start(other, clock);
                var caller = new Caller(stranger)) {
            String login = Base64.getEncoder().encodeToString("åsa:hem:lig ö".getBytes(StandardCharsets.UTF_8));
            caller.send("GET", "/api/groups", null, "Authorization", "Basic " + login)
                    .ok();
            assertThat(caller.get("/groups").status()).isEqualTo(401);
        }
    }
}
