package se.handtag.trial;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import se.handtag.Ports;
import se.handtag.StartRefused;

/**
 * How the trial is to run.
 *
 * @param data the folder that keeps everything the trial remembers, absolute
 * @param mdmPort port of the trial MDM server, 0 for a free one
 * @param idpPort port of the trial identity provider, 0 for a free one
 * @param databasePort port of the trial's PostgreSQL, 0 for a free one
 * @param ownMdm false when the settings already name an MDM server on this machine
 * @param fleet what the trial MDM server's world is like
 */
record TrialSettings(Path data, int mdmPort, int idpPort, int databasePort, boolean ownMdm, Fleet fleet) {
    /**
     * @param devices how many devices there are at least; 0: those of the sample company
     * @param speed how fast the world goes, 1 is brisk, 0 stands still
     * @param seed what its chance grows from
     */
    record Fleet(int devices, double speed, long seed) {}

    static final String DATA = "handtag.trial.data";
    static final String MDM_PORT = "handtag.trial.mdm.port";
    static final String IDP_PORT = "handtag.trial.idp.port";
    static final String DATABASE_PORT = "handtag.trial.database.port";

    /** @throws StartRefused when a port is none, or an address leads away from this machine */
    static TrialSettings from(PropertyResolver settings) {
        refuseRealAddress(settings, "handtag.mdm.url");
        refuseRealAddress(settings, "handtag.identity.issuer");
        refuseRealAddress(settings, "spring.datasource.url");
        return new TrialSettings(
                Path.of(settings.getProperty(DATA, ".handtag")).toAbsolutePath().normalize(),
                Ports.of(settings, MDM_PORT, 8081),
                Ports.of(settings, IDP_PORT, 8082),
                Ports.of(settings, DATABASE_PORT, 0),
                given(settings, "handtag.mdm.url") == null,
                new Fleet(
                        settings.getProperty("handtag.trial.devices", Integer.class, 0),
                        settings.getProperty("handtag.trial.speed", Double.class, 1.0),
                        settings.getProperty("handtag.trial.seed", Long.class, 1L)));
    }

    /** @throws StartRefused when two of the ports are the same, or somebody else listens on one */
    void requireFreePorts() {
        record Wanted(String setting, int port) {}
        var wanted = new ArrayList<Wanted>();
        if (ownMdm) {
            wanted.add(new Wanted(MDM_PORT, mdmPort));
        }
        wanted.add(new Wanted(IDP_PORT, idpPort));
        wanted.add(new Wanted(DATABASE_PORT, databasePort));
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            for (var other : wanted.subList(0, i)) {
                if (one.port() == other.port() && one.port() != 0) {
                    throw new StartRefused("ports.same", Integer.toString(one.port()), other.setting(), one.setting());
                }
            }
            Ports.requireFree(one.port(), one.setting());
        }
    }

    /** The setting's value, or null when it is absent, empty or a placeholder that nothing fills. */
    static @Nullable String given(PropertyResolver settings, String setting) {
        var value = settings.getProperty(setting, "").strip();
        return value.isEmpty() || value.startsWith("${") ? null : value;
    }

    private static void refuseRealAddress(PropertyResolver settings, String setting) {
        var value = given(settings, setting);
        if (value != null && !isLoopback(hostOf(value))) {
            throw new StartRefused("trial.real-address", setting, hostOf(value));
        }
    }

    /** The host alone: what else an address holds may be a secret. */
    private static String hostOf(String address) {
        try {
            var uri = URI.create(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
            var host = uri.getHost();
            return host == null ? "?" : host;
        } catch (IllegalArgumentException unreadable) {
            return "?";
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
