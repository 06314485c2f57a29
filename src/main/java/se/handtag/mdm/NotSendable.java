package se.handtag.mdm;

import java.util.List;

/** On its way to becoming {@link MdmException.Invalid}, once it is known what was tried. */
final class NotSendable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<Violation> violations;

    NotSendable(List<Violation> violations) {
        super(violations.toString(), null, false, false);
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
