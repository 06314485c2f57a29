package se.handtag.mdm;

/** Tries the MDM's address and login by one reading call, and says in words what is wrong with them. */
public interface MdmProbe {

    /** Calls the MDM once; takes as long as a call may take, and throws nothing. Source: G1. */
    Finding probe();

    /**
     * What came of it.
     *
     * @param words for IT, in English: what is wrong and which setting to look at; never a secret
     */
    record Finding(Kind kind, String words) {

        public boolean isGood() {
            return kind == Kind.GOOD;
        }
    }

    /** What can come of it. */
    enum Kind {
        /** The MDM answered as it should. */
        GOOD,
        /** Somebody answered, but not the MDM's API. */
        WRONG_URL,
        /** The MDM refused the login. */
        WRONG_LOGIN,
        /** Its certificate is not one to trust. */
        NOT_TRUSTED,
        /** Nobody answered, or only with a failure: it may be down for now. */
        NOT_REACHABLE
    }
}
