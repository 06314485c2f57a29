package se.handtag.ui.manager;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Action;
import se.handtag.requests.Asked;
import se.handtag.requests.Team;
import se.handtag.ui.words.LooksAtOthers;

/** What the team's page reads and does, always as whoever is signed in. */
@Component
class TeamDesk {
    private final SignedIn signedIn;
    private final Team team;
    private final Catalogue catalogue;
    private final LooksAtOthers looks;

    TeamDesk(SignedIn signedIn, Team team, Catalogue catalogue, LooksAtOthers looks) {
        this.looks = looks;
        this.signedIn = signedIn;
        this.team = team;
        this.catalogue = catalogue;
    }

    boolean concerns() {
        return signedIn.find().filter(team::leads).isPresent();
    }

    List<MdmUser> members() {
        var members = team.of(signedIn.person());
        if (!members.isEmpty()) {
            looks.recordList("team");
        }
        return members;
    }

    Optional<MdmUser> member(String address) {
        var member = team.member(signedIn.person(), address);
        member.ifPresentOrElse(looks::record, () -> looks.recordSearch(address));
        return member;
    }

    List<FleetDevice> devicesOf(MdmUser member) {
        return team.devicesOf(signedIn.person(), member);
    }

    List<CatalogueApp> appsFor(FleetDevice device) {
        return catalogue.offeredFor(device.platform());
    }

    Asked ask(MdmUser member, FleetDevice device, CatalogueApp app, String reason) {
        var install = new Action.InstallApp(app.id(), app.name(), app.packageId(), app.vpp());
        return team.ask(signedIn.actor(), member.id(), device.id(), install, reason);
    }
}
