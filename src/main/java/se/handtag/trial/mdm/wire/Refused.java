package se.handtag.trial.mdm.wire;

/** A request that cannot be granted; becomes an answer with a status and one readable sentence. */
public final class Refused extends RuntimeException {
    private final int status;

    private Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** 400: the request itself is wrong. */
    public static Refused malformed(String message) {
        return new Refused(400, message);
    }

    /** 404: what the address names is not there. */
    public static Refused unknown(String message) {
        return new Refused(404, message);
    }

    /** 409: understood, but the state of things forbids it. */
    public static Refused conflict(String message) {
        return new Refused(409, message);
    }

    /** Any other status. */
    public static Refused with(int status, String message) {
        return new Refused(status, message);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The sentence for the caller. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
