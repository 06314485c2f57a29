package se.handtag.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Takes what IT has decided from the file {@code handtag.catalogue.import}, once: what is in the database stays. */
@Component
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueImport implements ApplicationRunner {
    private final @Nullable Resource file;
    private final JdbcClient database;
    private final AuditLog log;

    CatalogueImport(CatalogueSettings settings, JdbcClient database, AuditLog log) {
        this.file = settings.apps();
        this.database = database;
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
                if (isNew(entry)) {
                    log.append(AuditEntry.of(AuditKind.DATA)
                            .action("change-catalogue")
                            .outcome("imported")
                            .fact("app", entry.told())
                            .fact("after", entry.offer().values().toString()));
                }
            }
        }
    }

    private boolean isNew(Entry entry) {
        Offer offer = entry.offer();
        return database.sql("""
                        insert into catalogue.app
                          (package_id, platform, store, name, offered, approval, vpp, english, swedish)
                        values (:package, :platform, :store, :package, :offered, :approval, :vpp, :english, :swedish)
                        on conflict (package_id, platform, store) do nothing
                        """)
                        .param("package", entry.packageId())
                        .param("platform", Platform.of(entry.platform()).name())
                        .param("store", Store.of(entry.store()).name())
                        .param("offered", offer.offered())
                        .param("approval", offer.approval().name())
                        .param("vpp", offer.vpp())
                        .param("english", offer.english())
                        .param("swedish", offer.swedish())
                        .update()
                == 1;
    }

    record Entry(
            String packageId,
            int platform,
            int store,
            String approval,
            boolean vpp,
            boolean offered,
            Map<String, String> description) {

        Offer offer() {
            return new Offer(
                    offered,
                    null,
                    CatalogueApp.Approval.valueOf(approval.toUpperCase(Locale.ROOT)),
                    vpp,
                    description.get("en"),
                    description.get("sv"));
        }

        String told() {
            return packageId + " (" + Platform.of(platform) + ", " + Store.of(store) + ")";
        }
    }
}
