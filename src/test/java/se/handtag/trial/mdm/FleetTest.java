package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A generated fleet. */
class FleetTest extends WithMdm {
    private static final int SIZE = 5_000;

    @Test
    void is_as_large_as_it_should_be_whole_and_searchable() {
        try (var server = TrialMdm.start(Databases.fresh().withDevices(SIZE));
                var caller = new Caller(server)) {
            JsonNode devices = json(caller.get("/devices").ok().body());
            assertThat(devices.size()).isEqualTo(SIZE);
            var ids = new HashSet<UUID>();
            var serialNumbers = new HashSet<String>();
            var users = new HashSet<Integer>();
            for (JsonNode device : devices) {
                ids.add(UUID.fromString(device.get("Id").asString()));
                serialNumbers.add(device.get("SerialNumber").asString());
                users.add(device.get("UserId").intValue());
            }
            assertThat(ids).hasSize(SIZE);
            assertThat(serialNumbers).hasSize(SIZE).contains("SNIPHONE1");
            assertThat(users).hasSizeBetween(SIZE / 3, SIZE);
            JsonNode last = devices.get(SIZE - 1);
            assertThat(caller.get("/devices?serialNumber="
                                    + last.get("SerialNumber").asString())
                            .ok()
                            .body())
                    .contains(last.get("Id").asString());
            JsonNode owner =
                    json(caller.get("/users/" + last.get("UserId")).ok().body());
            assertThat(owner.get("GroupId")).isEqualTo(last.get("GroupId"));
            assertThat(caller.get("/devices?accountName="
                                    + owner.get("AccountName").asString())
                            .ok()
                            .body())
                    .contains(last.get("Id").asString());
            assertThat(caller.post("/users", "{\"name\":\"Ny\"}").id()).isGreaterThan(users.size());
            caller.post("/devices/" + last.get("Id").asString() + "/inventorydevice")
                    .ok();
        }
    }

    @Test
    void the_companys_own_devices_stay_when_fewer_are_wanted() {
        try (var server = TrialMdm.start(Databases.fresh().withDevices(3));
                var caller = new Caller(server)) {
            assertThat(json(caller.get("/devices").ok().body()).size()).isEqualTo(7);
        }
    }
}
