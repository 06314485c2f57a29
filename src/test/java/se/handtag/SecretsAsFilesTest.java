package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Secrets may be files, each named as its setting, in the folder that application.yaml imports. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsAsFilesTest {
    private static final String MOUNTED = "/run/secrets/handtag/";

    @TempDir
    Path folder;

    @Test
    void each_file_of_the_folder_is_the_setting_that_it_is_named_as() throws IOException {
        Files.writeString(folder.resolve("handtag.mdm.password"), "from a file\n");
        Files.writeString(folder.resolve("spring.datasource.password"), "from another");

        var settings = with(imported().replace(MOUNTED, folder + "/"));

        assertThat(settings.getProperty("handtag.mdm.password")).isEqualTo("from a file");
        assertThat(settings.getProperty("spring.datasource.password")).isEqualTo("from another");
    }

    @Test
    void the_folder_need_not_be_there() {
        assertThat(with(imported().replace(MOUNTED, folder.resolve("none") + "/"))
                        .getProperty("handtag.mdm.password"))
                .isNull();
    }

    private static StandardEnvironment with(String location) {
        var settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("import", Map.of("spring.config.import", location)));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return settings;
    }

    /** As it stands in the file that Handtag ships. */
    private static String imported() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        String location = Objects.requireNonNull(yaml.getObject()).getProperty("spring.config.import");
        assertThat(location).contains(MOUNTED);
        return location;
    }
}
