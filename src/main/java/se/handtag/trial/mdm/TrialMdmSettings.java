package se.handtag.trial.mdm;

/**
 * Everything the trial MDM server is told at start.
 *
 * @param port TCP port on loopback; 0 picks a free one
 * @param username login of the API (HTTP Basic)
 * @param password its password
 * @param databaseUrl JDBC address of a PostgreSQL database; the server keeps to the schema {@code trial_mdm} in it
 * @param databaseUsername database login, which may create that schema
 * @param databasePassword its password; may be empty
 * @param company folder on the class path with the company's YAML files, read at the first start only
 * @param devices how many devices there shall be in all; generated ones are added to the company's own until there
 *     are so many, at the first start only; 0: the company's own
 * @param speed how fast the world goes: 1 is brisk (an accepted command is carried out by an online device within five
 *     seconds), 2 twice as fast, 0 stands still until advanced by hand
 * @param seed makes generated devices and the devices' moments of contact repeatable
 */
public record TrialMdmSettings(
        int port,
        String username,
        String password,
        String databaseUrl,
        String databaseUsername,
        String databasePassword,
        String company,
        int devices,
        double speed,
        long seed) {

    /** Refuses what cannot be meant. */
    public TrialMdmSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The trial MDM's port must be 0 to 65535, not " + port + ".");
        }
        if (username.isEmpty() || username.contains(":")) {
            throw new IllegalArgumentException("The trial MDM's user name must not be empty or contain a colon.");
        }
        if (devices < 0) {
            throw new IllegalArgumentException("The number of trial devices must not be negative, as " + devices + ".");
        }
        if (!(speed >= 0) || speed > 1_000) {
            throw new IllegalArgumentException("The trial world's speed must be 0 to 1000, not " + speed + ".");
        }
    }

    /** The sample company at brisk speed, login {@code handtag}/{@code handtag}, on a free port. */
    public static TrialMdmSettings of(String databaseUrl, String databaseUsername, String databasePassword) {
        return new TrialMdmSettings(
                0, "handtag", "handtag", databaseUrl, databaseUsername, databasePassword, "sample-company", 0, 1.0, 1);
    }

    /** The same on another port. */
    public TrialMdmSettings withPort(int other) {
        return new TrialMdmSettings(
                other,
                username,
                password,
                databaseUrl,
                databaseUsername,
                databasePassword,
                company,
                devices,
                speed,
                seed);
    }

    /** The same with another login. */
    public TrialMdmSettings withLogin(String otherUsername, String otherPassword) {
        return new TrialMdmSettings(
                port,
                otherUsername,
                otherPassword,
                databaseUrl,
                databaseUsername,
                databasePassword,
                company,
                devices,
                speed,
                seed);
    }

    /** The same with another company, from a folder on the class path. */
    public TrialMdmSettings withCompany(String other) {
        return new TrialMdmSettings(
                port, username, password, databaseUrl, databaseUsername, databasePassword, other, devices, speed, seed);
    }

    /** The same with a fleet of another size. */
    public TrialMdmSettings withDevices(int other) {
        return new TrialMdmSettings(
                port, username, password, databaseUrl, databaseUsername, databasePassword, company, other, speed, seed);
    }

    /** The same in a world of another pace. */
    public TrialMdmSettings withSpeed(double other) {
        return new TrialMdmSettings(
                port,
                username,
                password,
                databaseUrl,
                databaseUsername,
                databasePassword,
                company,
                devices,
                other,
                seed);
    }

    /** The same with other, but repeatable, chance. */
    public TrialMdmSettings withSeed(long other) {
        return new TrialMdmSettings(
                port,
                username,
                password,
                databaseUrl,
                databaseUsername,
                databasePassword,
                company,
                devices,
                speed,
                other);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "TrialMdmSettings[port=%d, username=%s, databaseUrl=%s, company=%s, devices=%d, speed=%s, seed=%d]"
                .formatted(port, username, databaseUrl.replaceFirst("\\?.*", ""), company, devices, speed, seed);
    }
}
