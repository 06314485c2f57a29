package se.handtag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole portal behind a real port, set up as behind a proxy with TLS at {@code https://portal.example.com},
 * with an identity provider that says whatever a test wants ({@link Forger}). Every such class shares one portal.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HandtagApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.address=https://portal.example.com",
            // The trial's file says none.
            "server.forward-headers-strategy=native",
            "handtag.metrics.token=a-token-for-tests",
            "handtag.identity.acr=urn:strong,urn:stronger",
            "handtag.identity.requests-a-minute=60",
            "handtag.trial.data=target/trial-over-http-${handtag.fork:1}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.trial.speed=0",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@ContextConfiguration(initializers = Forger.AsIssuer.class)
public @interface PortalOverHttp {}
