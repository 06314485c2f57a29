package se.handtag.catalogue;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.io.Resource;

/**
 * What the catalogue begins with, {@code handtag.catalogue.*}.
 *
 * @param apps a file of apps that are offered, null for none
 * @param configurations a file of tags that are offered, null for none
 */
@ConfigurationProperties("handtag.catalogue")
record CatalogueSettings(
        @Name("import") @Nullable Resource apps, @Nullable Resource configurations) {

    @AssertTrue(
            message =
                    "handtag.catalogue.import names a file that is there and can be read, such as file:/etc/handtag/apps.yaml")
    boolean isAppsReadable() {
        return apps == null || apps.isReadable();
    }

    @AssertTrue(
            message =
                    "handtag.catalogue.configurations names a file that is there and can be read, such as file:/etc/handtag/tags.yaml")
    boolean isConfigurationsReadable() {
        return configurations == null || configurations.isReadable();
    }
}
