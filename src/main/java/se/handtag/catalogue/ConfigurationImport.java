package se.handtag.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Takes configurations from the file {@code handtag.catalogue.configurations}, once: what is in the database stays. */
@Component
class ConfigurationImport implements ApplicationRunner {
    private final @Nullable Resource file;
    private final Configurations configurations;
    private final AuditLog log;

    ConfigurationImport(CatalogueSettings settings, Configurations configurations, AuditLog log) {
        this.file = settings.configurations();
        this.configurations = configurations;
        this.log = log;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (file == null) {
            return;
        }
        try (InputStream yaml = file.getInputStream()) {
            for (Entry entry : List.of(YAMLMapper.builder().build().readValue(yaml, Entry[].class))) {
                var configuration = entry.configuration();
                if (configurations.addIfNew(configuration)) {
                    log.append(AuditEntry.of(AuditKind.DATA)
                            .subject("tag/" + configuration.tag(), configuration.tagName())
                            .action("describe-configuration")
                            .outcome("imported")
                            .fact("after", configuration.values().toString()));
                }
            }
        }
    }

    record Entry(
            int tag,
            String tagName,
            String picture,
            String target,
            @Nullable Set<Integer> platforms,
            String approval,
            @Nullable Integer days,
            boolean offered,
            Map<String, String> name,
            Map<String, String> description) {

        Configuration configuration() {
            return new Configuration(
                    new TagId(tag),
                    tagName,
                    Configuration.Picture.valueOf(picture.toUpperCase(Locale.ROOT)),
                    Configuration.Target.valueOf(target.toUpperCase(Locale.ROOT)),
                    platforms == null
                            ? Set.of()
                            : platforms.stream().map(Platform::of).collect(Collectors.toSet()),
                    CatalogueApp.Approval.valueOf(approval.toUpperCase(Locale.ROOT)),
                    days,
                    name.getOrDefault("en", tagName),
                    name.getOrDefault("sv", tagName),
                    description.getOrDefault("en", ""),
                    description.getOrDefault("sv", ""),
                    offered);
        }
    }
}
