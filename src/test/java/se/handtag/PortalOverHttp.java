package se.handtag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test with the whole portal behind a real port, set up as behind a proxy with TLS at {@code https://portal.example.com}.
 * Every such class shares one portal.
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
            "handtag.trial.data=target/trial-over-http-${handtag.fork:1}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.trial.speed=0",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
public @interface PortalOverHttp {}
