package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** What the portal believes of what an identity provider says, or of what somebody says in its place. */
@PortalOverHttp
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedSignInTest {
    private static final String HOST = "Host: portal.example.com";
    private static final String TLS = "X-Forwarded-Proto: https";

    private final Forger forger = Forger.one();

    @LocalServerPort
    private int port;

    @Value("${handtag.identity.client-id}")
    private String client = "";

    /** Somebody on their way to the provider. */
    private record Way(String cookie, String state, String nonce, String callback) {}

    private Way begin(String start) {
        var answer = RawHttp.get(port, start, HOST, TLS);
        var asked = UriComponentsBuilder.fromUriString(answer.first("Location")).build(true);
        String cookie = answer.all("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-handtag="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
        var said = asked.getQueryParams();
        return new Way(
                cookie,
                String.valueOf(said.getFirst("state")),
                String.valueOf(said.getFirst("nonce")),
                String.valueOf(said.getFirst("redirect_uri")).replace("https://portal.example.com", ""));
    }

    /** Comes back from the provider with that token; where that leads. */
    private String finish(Way way, String token) {
        forger.says(token);
        var answer = RawHttp.get(
                port, way.callback() + "?code=a-code&state=" + way.state(), HOST, TLS, "Cookie: " + way.cookie());
        assertThat(answer.status()).isEqualTo(302);
        if (answer.first("Location").contains("/sign-in-failed")) {
            assertThat(answer.all("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("__Host-handtag="));
        }
        return answer.first("Location");
    }

    private JWTClaimsSet.Builder right(Way way) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(forger.issuer())
                .subject("forged")
                .audience(client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", way.nonce())
                .claim("acr", "urn:strong")
                .claim("name", "Somebody");
    }

    /** In which way a token is not the right one. */
    enum Forgery {
        SIGNED_WITH_ANOTHER_KEY(token -> token, Forger::signedByAnother),
        NOT_SIGNED_AT_ALL(token -> token, (_, claims) -> new PlainJWT(claims).serialize()),
        SIGNED_WITH_THE_CLIENTS_SECRET(token -> token, (_, claims) -> withSecret(claims)),
        FOR_ANOTHER_CLIENT(token -> token.audience("another")),
        FOR_SEVERAL_AND_GIVEN_TO_ANOTHER(token -> {
            var both = new JWTClaimsSet.Builder(token.build());
            return both.audience(List.of(token.build().getAudience().getFirst(), "another"))
                    .claim("azp", "another");
        }),
        FROM_ANOTHER_ISSUER(token -> token.issuer("https://evil.example")),
        WITHOUT_AN_ISSUER(token -> token.issuer(null)),
        OVER(token -> token.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))))),
        WITHOUT_AN_END(token -> token.expirationTime(null)),
        OF_ANOTHER_ROUND(token -> token.claim("nonce", "another")),
        OF_NO_ROUND(token -> token.claim("nonce", null)),
        OF_NOBODY(token -> token.subject(null));

        private final UnaryOperator<JWTClaimsSet.Builder> spoil;
        private final BiFunction<Forger, JWTClaimsSet, String> sign;

        Forgery(UnaryOperator<JWTClaimsSet.Builder> spoil) {
            this(spoil, Forger::signed);
        }

        Forgery(UnaryOperator<JWTClaimsSet.Builder> spoil, BiFunction<Forger, JWTClaimsSet, String> sign) {
            this.spoil = spoil;
            this.sign = sign;
        }

        private static String withSecret(JWTClaimsSet claims) {
            try {
                var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                jwt.sign(new MACSigner("handtag".repeat(8).getBytes(StandardCharsets.UTF_8)));
                return jwt.serialize();
            } catch (JOSEException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Test
    void the_right_token_lets_somebody_in_under_another_session_number() {
        Way way = begin("/oauth2/authorization/handtag");
        forger.says(forger.signed(right(way).build()));
        var answer = RawHttp.get(
                port, way.callback() + "?code=a-code&state=" + way.state(), HOST, TLS, "Cookie: " + way.cookie());

        assertThat(answer.first("Location")).doesNotContain("sign-in-failed");
        assertThat(answer.all("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-handtag=")
                        .doesNotStartWith(way.cookie())
                        .contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_is_not_the_right_one_lets_nobody_in(Forgery forgery) {
        Way way = begin("/oauth2/authorization/handtag");
        var claims = forgery.spoil.apply(right(way)).build();

        assertThat(finish(way, forgery.sign.apply(forger, claims))).endsWith("/sign-in-failed");
    }

    @Test
    void who_was_asked_for_a_strong_sign_in_and_made_a_weak_one_is_told_so() {
        Way way = begin("/oauth2/authorization/handtag");

        assertThat(finish(way, forger.signed(right(way).claim("acr", "urn:weak").build())))
                .endsWith("/sign-in-failed?weak");
        assertThat(RawHttp.get(port, "/sign-in-failed?weak", HOST, TLS).body()).contains("second factor");
        Way again = begin("/oauth2/authorization/handtag");
        assertThat(finish(again, forger.signed(right(again).claim("acr", null).build())))
                .endsWith("/sign-in-failed?weak");
    }

    @Test
    void the_provider_is_asked_for_it_at_the_portal_and_not_of_whoever_has_lost_a_phone() {
        assertThat(RawHttp.get(port, "/oauth2/authorization/handtag", HOST, TLS).first("Location"))
                .contains("acr_values=urn:strong%20urn:stronger");
        assertThat(RawHttp.get(port, "/lost/sign-in/lost", HOST, TLS).first("Location"))
                .contains("redirect_uri")
                .doesNotContain("acr_values");
        Way way = begin("/lost/sign-in/lost");
        assertThat(finish(way, forger.signed(right(way).claim("acr", null).build())))
                .endsWith("/lost");
    }

    @Test
    void signing_out_makes_the_browser_forget_pages_and_keeps_the_cookies_of_others() {
        String cookie = in("/lost/sign-in/lost");
        String page = RawHttp.get(port, "/lost/colleague", HOST, TLS, cookie).body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();

        var out = RawHttp.send(
                port,
                "POST /lost/sign-out",
                "_csrf=" + token.group(1),
                HOST,
                TLS,
                cookie,
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.first("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(RawHttp.get(port, "/lost", HOST, TLS, cookie).first("Location"))
                .contains("/lost/sign-in/lost");
    }

    @Test
    void a_session_that_asks_for_too_much_waits_and_nobody_else_does() {
        String greedy = in("/oauth2/authorization/handtag");
        var refused = Stream.generate(() -> RawHttp.get(port, "/sign-in/fresh", HOST, TLS, "Accept: text/html", greedy))
                .limit(200)
                .filter(answer -> !answer.first("Location").endsWith("?fresh"))
                .findFirst()
                .orElseThrow();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.first("Retry-After")).matches("[1-9]\\d?");
        assertThat(refused.body()).contains("Wait a minute");
        assertThat(RawHttp.get(port, "/sign-in/fresh", HOST, TLS, in("/oauth2/authorization/handtag"))
                        .first("Location"))
                .endsWith("?fresh");
        assertThat(RawHttp.get(port, "/VAADIN/nothing.js", HOST, TLS, greedy).status())
                .isNotEqualTo(429);
    }

    /** Somebody who is signed in by that door: their cookie as a header. */
    private String in(String start) {
        Way way = begin(start);
        forger.says(forger.signed(right(way).build()));
        var answer = RawHttp.get(
                port, way.callback() + "?code=a-code&state=" + way.state(), HOST, TLS, "Cookie: " + way.cookie());
        return "Cookie: "
                + answer.all("Set-Cookie").stream()
                        .filter(set -> set.startsWith("__Host-handtag="))
                        .findFirst()
                        .orElseThrow()
                        .split(";")[0];
    }
}
