package se.handtag.devices;

/** Which MDM user a signed-in person is. */
public sealed interface Match {

    /** Exactly one. */
    record One(Picture<MdmUser> user) implements Match {}

    /** The MDM has nobody who fits any of the person's claims. */
    record None() implements Match {}

    /** The first claim that fits anybody fits several. */
    record Several() implements Match {}

    /** The MDM cannot be asked now, and the portal never learned it before. */
    record NotKnownNow() implements Match {}
}
