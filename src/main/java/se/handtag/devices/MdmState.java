package se.handtag.devices;

import org.springframework.stereotype.Component;
import se.handtag.mdm.MdmProbe;

/** Whether the MDM can be used now. */
@Component
public class MdmState {
    private final MdmProbe probe;

    MdmState(MdmProbe probe) {
        this.probe = probe;
    }

    /** What is wrong, for IT, in English and without secrets; empty when nothing is. Takes as long as one call may take. */
    public String problem() {
        MdmProbe.Finding finding = probe.probe();
        return finding.isGood() ? "" : finding.words();
    }
}
