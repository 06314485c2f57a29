package se.handtag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Another portal on the same database, started with the settings of production. */
public final class SecondNode {
    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "handtag.mdm.url",
            "handtag.mdm.username",
            "handtag.mdm.password",
            "handtag.identity.issuer",
            "handtag.identity.client-id",
            "handtag.identity.client-secret");

    private SecondNode() {}

    /** @param settings of the first */
    public static ConfigurableApplicationContext start(Environment settings) {
        Map<String, Object> same = new HashMap<>(Map.of(
                "server.port", "0",
                "handtag.address", "http://localhost",
                "handtag.requests.undo", "0s",
                "db-scheduler.threads", "1",
                "vaadin.productionMode", "true",
                "logging.level.root", "error"));
        SHARED.forEach(name -> same.put(name, settings.getRequiredProperty(name)));
        return new SpringApplicationBuilder(HandtagApplication.class)
                .profiles("second")
                .run(same.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }
}
