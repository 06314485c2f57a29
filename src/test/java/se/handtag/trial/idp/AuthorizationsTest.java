package se.handtag.trial.idp;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class AuthorizationsTest {
    private static final int PEOPLE = 400;
    private static final RegisteredClient PORTAL = RegisteredClient.withId("handtag")
            .clientId("handtag")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost:8080/back")
            .build();

    private final Authorizations authorizations = new Authorizations();

    @Test
    void many_may_sign_in_at_once() {
        List<Future<?>> all = new ArrayList<>();
        try (var door = Executors.newFixedThreadPool(8)) {
            for (int person = 0; person < PEOPLE; person++) {
                all.add(door.submit(this::signIn));
            }
        }
        for (Future<?> each : all) {
            assertThatCode(each::get).doesNotThrowAnyException();
        }
    }

    private void signIn() {
        authorizations.save(OAuth2Authorization.withRegisteredClient(PORTAL)
                .principalName("anna")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .attribute("state", UUID.randomUUID().toString())
                .build());
        authorizations.findByToken("none", null);
    }
}
