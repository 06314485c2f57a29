package se.handtag.policy;

/** Who is to say yes. */
public enum ApproverKind {
    /** The manager of the device's owner, or whoever stands in for one. */
    MANAGER,
    /** Anyone of IT but the requester. */
    IT
}
