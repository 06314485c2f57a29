package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.handtag.PortalClock;
import se.handtag.PortalTest;

/** Whoever knocks too often waits, whoever else does not. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnockingTest {
    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private Attempts attempts;

    @Autowired
    private PortalClock clock;

    @ParameterizedTest
    @CsvSource({
        "/oauth2/authorization/handtag, 198.51.100.1",
        "/login/oauth2/code/handtag?code=x&state=y, 198.51.100.2",
        "/lost, 198.51.100.3",
        "/lost/link/some-link, 198.51.100.4",
        "/lost/code/lost?error=x&state=y, 198.51.100.5"
    })
    void whoever_knocks_too_often_waits_a_moment_and_nobody_else_does(String path, String address) throws Exception {
        for (int i = 0; i < settings.attemptsAMinute(); i++) {
            assertThat(attempts.count(address)).isEqualTo(Duration.ZERO);
        }
        var refused = knock(path, address);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d?");
        assertThat(knock(path, "203.0.113.77").getStatus()).isNotEqualTo(429);
        clock.pass(Duration.ofMinutes(1));
        assertThat(knock(path, address).getStatus()).isNotEqualTo(429);
    }

    @Test
    void pages_behind_the_door_are_no_knocks() throws Exception {
        while (attempts.count("198.51.100.9").isZero()) {
            assertThat(attempts).isNotNull();
        }
        assertThat(knock("/sign-in-failed", "198.51.100.9").getStatus()).isEqualTo(200);
        assertThat(knock("/actuator/health/liveness", "198.51.100.9").getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_page_says_what_to_do_in_words() throws Exception {
        var page = mvc().perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/lost")
                        .accept("text/html")
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Too many attempts just now", "Wait a minute");
    }

    @Test
    void a_household_with_ipv6_has_one_address() {
        assertThat(Attempts.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Attempts.network("2001:db8:1:2:ffff::1"));
        assertThat(Attempts.network("2001:db8:1:2::1")).isNotEqualTo(Attempts.network("2001:db8:1:3::1"));
        assertThat(Attempts.network("198.51.100.1")).isNotEqualTo(Attempts.network("198.51.100.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somewhere", "198.51.100.x", "evil.example"})
    void what_is_no_address_is_looked_up_nowhere(String address) {
        assertThat(Attempts.network(address)).isEqualTo("unknown");
    }

    private MockHttpServletResponse knock(String path, String address) throws Exception {
        return mvc().perform(get(path).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
    }
}
