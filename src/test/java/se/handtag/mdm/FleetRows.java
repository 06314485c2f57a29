package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.mdm.ContractRow.read;
import static se.handtag.mdm.ContractRow.write;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows D1 to D4, A1 to A3 and C1 to C7: devices, apps, commands. */
final class FleetRows {
    private static final String PHONE_PATH = "/api/devices/" + Samples.PHONE;

    private FleetRows() {}

    static List<ContractRow> all() {
        return Stream.of(devices(), apps(), commands()).flatMap(List::stream).toList();
    }

    private static List<ContractRow> devices() {
        return List.of(
                read("D1", "GET /api/devices", "devices", mdm -> {
                    try (Stream<Device> all = mdm.area(Devices.class).all()) {
                        assertThat(all.map(Device::platform))
                                .containsExactly(Platform.IOS, Platform.ANDROID, Platform.MACOS, Platform.TVOS);
                    }
                }),
                read("D2", "GET " + PHONE_PATH, "device", mdm -> {
                    Device device = mdm.area(Devices.class).get(Samples.PHONE);
                    assertThat(device.id()).isEqualTo(Samples.PHONE);
                    assertThat(device.serialNumber()).isEqualTo("F2LX40ABCDEF");
                    assertThat(device.userId()).isEqualTo(new UserId(101));
                    assertThat(device.groupId()).isEqualTo(new GroupId(2));
                    assertThat(device.name()).isEqualTo("Åsas iPhone");
                    assertThat(device.model()).isEqualTo("iPhone 15");
                    assertThat(device.osVersion()).isEqualTo("18.1");
                    assertThat(device.lastContact()).isEqualTo("2026-05-04T06:12:30Z");
                    assertThat(device.lastInventory()).isEqualTo("2026-05-03T22:00:00.125Z");
                    assertThat(device.others()).isEmpty();
                }),
                read(
                        "D3",
                        "GET /api/devices?serialNumber=F2LX%2F40&groupId=2&userId=101&accountName=%C3%A5sa%20%26%20co&tagId=3",
                        "devices",
                        mdm -> assertThat(mdm.area(Devices.class)
                                        .find(new DeviceQuery()
                                                .tagId(new TagId(3))
                                                .accountName("åsa & co")
                                                .userId(new UserId(101))
                                                .groupId(new GroupId(2))
                                                .serialNumber("F2LX/40")))
                                .hasSize(4)),
                write(
                        "D4",
                        "PUT " + PHONE_PATH,
                        "device-change",
                        null,
                        mdm -> mdm.area(Devices.class).change(Samples.PHONE, new DeviceChange(new UserId(102)))));
    }

    private static List<ContractRow> apps() {
        return List.of(
                read(
                        "A1",
                        "GET /api/apps",
                        "apps",
                        mdm -> assertThat(mdm.area(Apps.class).all())
                                .extracting(App::store)
                                .containsExactly(Store.APP_STORE, Store.PLAY, Store.IN_HOUSE)),
                read("A2", "GET /api/apps/9", "app", mdm -> {
                    App app = mdm.area(Apps.class).get(new AppId(9));
                    assertThat(app.packageId()).isEqualTo("se.fjallrav.plock");
                    assertThat(app.versionNumber()).isEqualTo(412L);
                    assertThat(app.platform()).isEqualTo(Platform.ANDROID);
                    assertThat(app.size()).isEqualTo(48_234_496L);
                    assertThat(app.storeId()).isEqualTo("se.fjallrav.plock");
                    assertThat(app.others()).isEmpty();
                }),
                write(
                        "A3",
                        "POST /api/apps",
                        "app-new",
                        "id-number",
                        mdm -> assertThat(mdm.area(Apps.class).put(Samples.app()))
                                .isEqualTo(new AppId(17))));
    }

    private static List<ContractRow> commands() {
        return List.of(
                command("C1", "inventorydevice", null, new DeviceCommand.Inventory()),
                command("C2", "installapp", "install-app", new DeviceCommand.InstallApp(new AppId(9), true)),
                command("C3", "removeapp", "remove-app", new DeviceCommand.RemoveApp("se.fjallrav.plock")),
                command("C4", "lockdevice", null, new DeviceCommand.Lock()),
                command("C5", "wipedevice", null, new DeviceCommand.Wipe()),
                command("C6", "clearpasscode", null, new DeviceCommand.ClearPasscode()),
                command(
                        "C7",
                        "sendmessage",
                        "send-message",
                        new DeviceCommand.SendMessage("Ring växeln: 031-123 45 \"nu\" 🦊")));
    }

    private static ContractRow command(String name, String path, @Nullable String in, DeviceCommand command) {
        return write(
                name,
                "POST " + PHONE_PATH + "/" + path,
                in,
                null,
                mdm -> mdm.area(DeviceCommands.class).send(Samples.PHONE, command));
    }
}
