package se.handtag.mdm;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks for the groups, which every MDM has and which are few. */
final class CallingProbe implements MdmProbe {
    private final Groups groups;

    CallingProbe(Groups groups) {
        this.groups = groups;
    }

    @Override
    public Finding probe() {
        try {
            groups.all();
            return new Finding(Kind.GOOD, "The MDM answers.");
        } catch (MdmException failure) {
            return finding(failure);
        }
    }

    private static Finding finding(MdmException failure) {
        return switch (failure) {
            case MdmException.Unauthorised _ ->
                new Finding(
                        Kind.WRONG_LOGIN,
                        "The MDM refuses the login: check handtag.mdm.username and handtag.mdm.password.");
            case MdmException.NotFound _,
                    MdmException.Malformed _,
                    MdmException.Refused _,
                    MdmException.Ambiguous _,
                    MdmException.Invalid _ ->
                new Finding(
                        Kind.WRONG_URL,
                        "Something answers at handtag.mdm.url, but it is not the MDM's API"
                                + (failure.status() == null ? "" : " (status " + failure.status() + ")")
                                + ": the address should look like https://host/api.");
            case MdmException.TimedOut _ ->
                new Finding(Kind.NOT_REACHABLE, "The MDM did not answer in time: it may be down, or a firewall holds.");
            case MdmException.Unavailable held when held.heldBack() -> new Finding(Kind.NOT_REACHABLE, notAsked(held));
            case MdmException.Unavailable _
            when isTrust(failure.getCause()) ->
                new Finding(
                        Kind.NOT_TRUSTED,
                        "The MDM's certificate is not trusted: check handtag.mdm.certificate-authority or"
                                + " handtag.mdm.pinned-certificate.");
            case MdmException.Unavailable _ ->
                new Finding(
                        Kind.NOT_REACHABLE,
                        failure.status() == null
                                ? "The MDM cannot be reached: it may be down, or handtag.mdm.url or handtag.mdm.proxy"
                                        + " names the wrong host."
                                : "The MDM answers, but only with a failure (status " + failure.status() + ").");
        };
    }

    /** Nobody asked it just now, so nothing is said of its address. */
    private static String notAsked(MdmException.Unavailable held) {
        return held.busy()
                ? "Not asked just now: too many calls to the MDM are under way at once."
                : "The MDM is not answering, and being tried: after many failures it is asked again every few seconds.";
    }

    private static boolean isTrust(@Nullable Throwable cause) {
        return cause instanceof SSLException;
    }
}
