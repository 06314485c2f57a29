package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.mdm.ContractRow.read;
import static se.handtag.mdm.ContractRow.write;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows G1 to U6 and the tags: who and what belongs together. */
final class DirectoryRows {

    private DirectoryRows() {}

    static List<ContractRow> all() {
        return Stream.of(groups(), users(), tags(), links())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> groups() {
        return List.of(
                read("G1", "GET /api/groups", "groups", mdm -> {
                    List<Group> all = mdm.area(Groups.class).all();
                    assertThat(all)
                            .extracting(Group::name)
                            .containsExactly("Fjällräv Logistik", "Lager", "Åkeri & Ö-trafik");
                    assertThat(all.get(1).parentId()).isEqualTo(new GroupId(1));
                }),
                read(
                        "G2",
                        "GET /api/groups/2",
                        "group",
                        mdm -> assertThat(mdm.area(Groups.class).get(new GroupId(2)))
                                .isEqualTo(new Group(new GroupId(2), "Lager", new GroupId(1), Map.of()))),
                read(
                        "G3",
                        "GET /api/groups?path=Fj%C3%A4llr%C3%A4v%20Logistik%5CLager",
                        "group",
                        mdm -> assertThat(mdm.area(Groups.class)
                                        .atPath("Fjällräv Logistik\\Lager")
                                        .id())
                                .isEqualTo(new GroupId(2))),
                write(
                        "G4",
                        "PUT /api/groups/2",
                        "group-change",
                        null,
                        mdm -> mdm.area(Groups.class).change(new GroupId(2), new GroupChange("Lager Väst"))),
                write(
                        "G5",
                        "POST /api/groups",
                        "group-new",
                        "id-number",
                        mdm -> assertThat(
                                        mdm.area(Groups.class).add(new NewGroup("Lager Öst").parentId(new GroupId(1))))
                                .isEqualTo(new GroupId(17))),
                write(
                        "G6",
                        "DELETE /api/groups/2",
                        null,
                        null,
                        mdm -> mdm.area(Groups.class).delete(new GroupId(2))));
    }

    private static List<ContractRow> users() {
        return List.of(
                read("U1", "GET /api/users", "users", mdm -> {
                    try (Stream<User> all = mdm.area(Users.class).all()) {
                        assertThat(all.map(User::name)).containsExactly("Åsa Björk", "Örjan Sjöö");
                    }
                }),
                read("U2", "GET /api/users/101", "user", mdm -> {
                    User user = mdm.area(Users.class).get(new UserId(101));
                    assertThat(user.email()).isEqualTo("asa.bjork@fjallrav.se");
                    assertThat(user.accountGroup()).isEqualTo("FJALLRAV");
                    assertThat(user.accountName()).isEqualTo("asabj");
                    assertThat(user.phoneNumber()).isEqualTo("+46 70 123 45 67");
                    assertThat(user.groupId()).isEqualTo(new GroupId(2));
                    assertThat(user.company()).isEqualTo("Fjällräv Logistik AB");
                    assertThat(user.office()).isEqualTo("Göteborg");
                    assertThat(user.department()).isEqualTo("Lager");
                    assertThat(user.position()).isEqualTo("Truckförare");
                    assertThat(user.others()).containsEntry("Language", "sv-SE");
                }),
                read(
                        "U3",
                        "GET /api/users?email=asa.bjork%2Blager%40fjallrav.se&phoneNumber=%2B46%2070%20123&account=FJALLRAV%5Casabj&groupId=2&tagId=3",
                        "users",
                        mdm -> assertThat(mdm.area(Users.class)
                                        .find(new UserQuery()
                                                .email("asa.bjork+lager@fjallrav.se")
                                                .phoneNumber("+46 70 123")
                                                .account("FJALLRAV\\asabj")
                                                .groupId(new GroupId(2))
                                                .tagId(new TagId(3))))
                                .hasSize(2)),
                write(
                        "U4",
                        "PUT /api/users/101",
                        "user-change",
                        null,
                        mdm -> mdm.area(Users.class)
                                .change(
                                        new UserId(101),
                                        new UserChange()
                                                .phoneNumber("+46 70 765 43 21")
                                                .groupId(new GroupId(3))
                                                .office("Umeå"))),
                write(
                        "U5",
                        "POST /api/users",
                        "user-new",
                        "id-text",
                        mdm -> assertThat(mdm.area(Users.class)
                                        .add(new NewUser("Örjan Sjöö")
                                                .email("orjan.sjoo@fjallrav.se")
                                                .phoneNumber("+46 70 222 33 44")
                                                .accountGroup("FJALLRAV")
                                                .accountName("orjsj")
                                                .groupId(new GroupId(2))
                                                .company("Fjällräv Logistik AB")
                                                .office("Göteborg")
                                                .department("Lager")
                                                .position("Lagerchef")))
                                .isEqualTo(new UserId(17))),
                write(
                        "U6",
                        "DELETE /api/users/101",
                        null,
                        null,
                        mdm -> mdm.area(Users.class).delete(new UserId(101))));
    }

    private static List<ContractRow> tags() {
        return List.of(
                read(
                        "T1",
                        "GET /api/tags",
                        "tags",
                        mdm -> assertThat(mdm.area(Tags.class).all())
                                .extracting(Tag::name)
                                .containsExactly("Wi-Fi lager", "Utlandsresa två veckor")),
                read("T2", "GET /api/tags/3", "tag", mdm -> {
                    Tag tag = mdm.area(Tags.class).get(new TagId(3));
                    assertThat(tag.description()).isEqualTo("Trådlöst nät för lagret");
                    assertThat(tag.groupId()).isEqualTo(new GroupId(2));
                }),
                write(
                        "T3",
                        "PUT /api/tags/3",
                        "tag-change",
                        null,
                        mdm -> mdm.area(Tags.class)
                                .change(
                                        new TagId(3),
                                        new TagChange()
                                                .name("Wi-Fi lager väst")
                                                .description("Trådlöst nät")
                                                .groupId(new GroupId(3)))),
                write(
                        "T4",
                        "POST /api/tags",
                        "tag-new",
                        "id-object",
                        mdm -> assertThat(mdm.area(Tags.class)
                                        .add(new NewTag("Julklapp")
                                                .description("Får öppnas på julafton")
                                                .groupId(new GroupId(1))))
                                .isEqualTo(new TagId(17))),
                write(
                        "T5",
                        "DELETE /api/tags/3",
                        null,
                        null,
                        mdm -> mdm.area(Tags.class).delete(new TagId(3))));
    }

    private static List<ContractRow> links() {
        return List.of(
                read(
                        "DT1",
                        "GET /api/devicetags",
                        "device-tags",
                        mdm -> assertThat(mdm.area(DeviceTags.class).all())
                                .hasSize(2)
                                .extracting(DeviceTag::deviceId)
                                .contains(Samples.PHONE)),
                read(
                        "DT2",
                        "GET /api/devicetags/55",
                        "device-tag",
                        mdm -> assertThat(mdm.area(DeviceTags.class).get(new DeviceTagId(55)))
                                .isEqualTo(new DeviceTag(new DeviceTagId(55), Samples.PHONE, new TagId(3), Map.of()))),
                read(
                        "DT3",
                        "GET /api/devicetags?deviceId=" + Samples.PHONE + "&serialNumber=F2LX40ABCDEF",
                        "device-tags",
                        mdm -> assertThat(mdm.area(DeviceTags.class)
                                        .find(new DeviceTagQuery()
                                                .deviceId(Samples.PHONE)
                                                .serialNumber("F2LX40ABCDEF")))
                                .hasSize(2)),
                write(
                        "DT4",
                        "POST /api/devicetags",
                        "device-tag-new",
                        "id-object-camel",
                        mdm -> assertThat(mdm.area(DeviceTags.class).add(new NewDeviceTag(Samples.PHONE, new TagId(3))))
                                .isEqualTo(new DeviceTagId(17))),
                write(
                        "DT5",
                        "DELETE /api/devicetags/55",
                        null,
                        null,
                        mdm -> mdm.area(DeviceTags.class).delete(new DeviceTagId(55))),
                read(
                        "UT1",
                        "GET /api/usertags",
                        "user-tags",
                        mdm -> assertThat(mdm.area(UserTags.class).all()).hasSize(1)),
                read(
                        "UT2",
                        "GET /api/usertags/77",
                        "user-tag",
                        mdm -> assertThat(mdm.area(UserTags.class).get(new UserTagId(77)))
                                .isEqualTo(new UserTag(new UserTagId(77), new UserId(101), new TagId(4), Map.of()))),
                read(
                        "UT3",
                        "GET /api/usertags?userId=101&email=stefan%40programduon.se",
                        "user-tags",
                        mdm -> assertThat(mdm.area(UserTags.class)
                                        .find(new UserTagQuery()
                                                .userId(new UserId(101))
                                                .email("stefan@programduon.se")))
                                .hasSize(1)),
                write(
                        "UT4",
                        "POST /api/usertags",
                        "user-tag-new",
                        "id-number",
                        mdm -> assertThat(mdm.area(UserTags.class).add(new NewUserTag(new UserId(101), new TagId(4))))
                                .isEqualTo(new UserTagId(17))),
                write(
                        "UT5",
                        "DELETE /api/usertags/77",
                        null,
                        null,
                        mdm -> mdm.area(UserTags.class).delete(new UserTagId(77))));
    }
}
