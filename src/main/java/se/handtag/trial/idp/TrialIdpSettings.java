package se.handtag.trial.idp;

/**
 * How the trial's identity provider is to run.
 *
 * @param port 0 for a free one; always on loopback
 * @param clientSecret the secret of the client {@code handtag}
 */
public record TrialIdpSettings(int port, String clientSecret) {
    @Override
    public String toString() {
        return "TrialIdpSettings[port=" + port + "]";
    }
}
