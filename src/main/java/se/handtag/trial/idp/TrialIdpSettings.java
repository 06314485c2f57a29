package se.handtag.trial.idp;

import se.handtag.trial.mail.Mailbox;

/**
 * How the trial's identity provider is to run.
 *
 * @param port 0 for a free one; always on loopback
 * @param clientSecret the secret of the client {@code handtag}
 * @param mailbox the mail that its page shows
 */
public record TrialIdpSettings(int port, String clientSecret, Mailbox mailbox) {
    /** With an empty mailbox. */
    public TrialIdpSettings(int port, String clientSecret) {
        this(port, clientSecret, Mailbox.inMemory());
    }

    @Override
    public String toString() {
        return "TrialIdpSettings[port=" + port + "]";
    }
}
