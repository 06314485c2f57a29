package se.handtag;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An identity provider whose id tokens say what a test puts into them, signed or not. One for all tests. */
final class Forger {
    private static final Forger ONE = new Forger();
    private static final String ID = "the-published-key";

    private final HttpServer server;
    private final RSAKey published;
    private final RSAKey other;
    private volatile String token = "";

    private Forger() {
        try {
            published = new RSAKeyGenerator(2048).keyID(ID).generate();
            other = new RSAKeyGenerator(2048).keyID(ID).generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/.well-known/openid-configuration", asked -> json(asked, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
        server.createContext(
                "/keys",
                asked -> json(asked, "{\"keys\": [" + published.toPublicJWK().toJSONString() + "]}"));
        server.createContext("/token", asked -> json(asked, """
                {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(token)));
        server.start();
    }

    static Forger one() {
        return ONE;
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Whoever redeems a code from now on gets this as the id token. */
    void says(String idToken) {
        token = idToken;
    }

    /** Signed with the key that it publishes. */
    String signed(JWTClaimsSet claims) {
        return signed(claims, published);
    }

    /** Signed with another key that goes by the same name. */
    String signedByAnother(JWTClaimsSet claims) {
        return signed(claims, other);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(ID).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void json(HttpExchange asked, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(200, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    /** Makes it the portal's provider. */
    static final class AsIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext portal) {
            TestPropertyValues.of("handtag.identity.issuer=" + ONE.issuer()).applyTo(portal);
        }
    }
}
