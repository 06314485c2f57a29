package se.handtag;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DuoStationWritingContract;
import se.handtag.mdm.MdmSettings;
import se.handtag.trial.mdm.TrialMdm;
import se.handtag.trial.mdm.TrialMdmSettings;

/** The client and the trial MDM server, which share no class, hold the same contract over HTTP. */
class TrialMdmContractTest extends DuoStationWritingContract {
    private static @Nullable EmbeddedPostgres database;
    private static @Nullable TrialMdm mdm;

    @AfterAll
    static void stop() throws IOException {
        if (mdm != null) {
            mdm.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected MdmSettings settings() {
        return MdmSettings.of(server().apiUrl(), "handtag", "handtag");
    }

    /** Started when first asked for, for the contract opens its client before a subclass could prepare anything. */
    private static TrialMdm server() {
        if (mdm == null) {
            try {
                database = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            mdm = TrialMdm.start(
                    TrialMdmSettings.of(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
        }
        return mdm;
    }

    @Override
    protected boolean mayWrite() {
        return true;
    }

    /** The first device of the sample company; this server is this test's own. */
    @Override
    protected DeviceId expendable() {
        return new DeviceId(UUID.fromString("19eefc94-c6ca-4215-9ac4-c366a4136e1a"));
    }
}
