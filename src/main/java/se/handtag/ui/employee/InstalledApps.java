package se.handtag.ui.employee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.handtag.grants.Grant;
import se.handtag.grants.Grants;
import se.handtag.policy.Action;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;

/** Which apps the portal has installed on a device and not removed since. The MDM's API does not tell what a device holds. */
@Component
class InstalledApps {
    private final Requests requests;
    private final Grants grants;
    private final Chips chips;

    InstalledApps(Requests requests, Grants grants, Chips chips) {
        this.requests = requests;
        this.grants = grants;
        this.chips = chips;
    }

    List<Action.RemoveApp> removable(Reached reached) {
        Map<String, Action.RemoveApp> apps = new LinkedHashMap<>();
        for (Request request : requests.ofDevice(reached.device().id()).reversed()) {
            if (chips.failed(request)) {
                continue;
            }
            switch (request.action()) {
                case Action.InstallApp install when isTakenBack(request) -> apps.remove(install.packageId());
                case Action.InstallApp install ->
                    apps.put(install.packageId(), new Action.RemoveApp(install.name(), install.packageId()));
                case Action.RemoveApp remove -> apps.remove(remove.packageId());
                default -> {}
            }
        }
        return new ArrayList<>(apps.values());
    }

    private boolean isTakenBack(Request request) {
        return grants.of(request.id())
                .filter(grant -> grant.state() == Grant.State.ENDING || grant.state() == Grant.State.ENDED)
                .isPresent();
    }
}
