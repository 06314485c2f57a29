package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags and their links to devices and users. */
class TagsTest extends WithMdm {
    @Test
    void answers_a_tag_with_the_contracts_fields_and_no_others() {
        assertThat(call().get("/tags/1").ok().body())
                .isEqualTo("{\"Id\":1,\"Name\":\"Chefer\",\"Description\":\"Extra skydd\",\"GroupId\":6}");
    }

    @Test
    void adds_a_tag() {
        int id = call().post("/tags", "{\"name\":\"Ny\",\"description\":\"Om den\",\"groupId\":5}")
                .id();
        assertThat(call().get("/tags/" + id).ok().body())
                .isEqualTo("{\"Id\":" + id + ",\"Name\":\"Ny\",\"Description\":\"Om den\",\"GroupId\":5}");
        refused(call().post("/tags", "{\"description\":\"Utan namn\"}"), 400, "name is missing");
        refused(call().post("/tags", "{\"name\":\"Ny\",\"groupId\":99}"), 400, "no group 99");
    }

    @Test
    void changes_only_what_is_given() {
        call().put("/tags/1", "{\"description\":\"Annat\"}").ok();
        assertThat(call().get("/tags/1").ok().body())
                .isEqualTo("{\"Id\":1,\"Name\":\"Chefer\",\"Description\":\"Annat\",\"GroupId\":6}");
        assertThat(reconfigured()).isZero();
    }

    @Test
    void moving_a_tag_reconfigures_the_devices_that_have_it_or_whose_user_has_it() {
        call().put("/tags/1", "{\"groupId\":5}").ok();
        call().tell("/devices/" + OFFLINE + "/online", null).ok();
        assertThat(reconfigured()).isEqualTo(4);
    }

    @Test
    void removes_a_tag_without_configurations_together_with_its_links() {
        int link = call().post("/usertags", "{\"userId\":2,\"tagId\":2}").id();
        call().delete("/tags/2").ok();
        refused(call().get("/tags/2"), 404, "no tag 2");
        refused(call().get("/usertags/" + link), 404, "no user tag");
    }

    @Test
    void refuses_to_remove_a_tag_with_configurations() {
        refused(call().delete("/tags/3"), 409, "2 configurations");
        call().get("/tags/3").ok();
    }

    @Test
    void a_tag_on_a_device_is_answered_with_its_device_and_reconfigures_it() {
        int link = call().post("/devicetags", "{\"deviceId\":\"" + ANDROID + "\",\"tagId\":3}")
                .id();
        assertThat(call().get("/devicetags/" + link).ok().body())
                .isEqualTo("{\"Id\":" + link + ",\"DeviceId\":\"" + ANDROID + "\",\"TagId\":3}");
        assertThat(call().get("/devices?tagId=3&serialNumber=SNANDROID1").ok().body())
                .contains(ANDROID);
        assertThat(reconfigured()).isEqualTo(1);
        call().delete("/devicetags/" + link).ok();
        assertThat(reconfigured()).isEqualTo(2);
        refused(call().delete("/devicetags/" + link), 404, "no device tag");
    }

    @Test
    void a_tag_without_configurations_needs_no_reconfiguring() {
        int link = call().post("/devicetags", "{\"deviceId\":\"" + ANDROID + "\",\"tagId\":2}")
                .id();
        call().delete("/devicetags/" + link).ok();
        assertThat(reconfigured()).isZero();
    }

    @Test
    void the_same_tag_twice_is_one_link() {
        String body = "{\"deviceId\":\"" + ANDROID + "\",\"tagId\":3}";
        assertThat(call().post("/devicetags", body).id())
                .isEqualTo(call().post("/devicetags", body).id());
        assertThat(call().post("/usertags", "{\"userId\":2,\"tagId\":3}").id())
                .isEqualTo(call().post("/usertags", "{\"userId\":\"2\",\"tagId\":3}")
                        .id());
        assertThat(reconfigured()).isEqualTo(1 + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deviceId=11111111-1111-4111-8111-111111111111",
                "serialNumber=sniphone1",
                "serialNumber=SNIPHONE1&deviceId=11111111-1111-4111-8111-111111111111"
            })
    void finds_device_tags_by_any_combination(String query) {
        assertThat(call().get("/devicetags?" + query).ok().body())
                .isEqualTo("[{\"Id\":1,\"DeviceId\":\"" + IPHONE + "\",\"TagId\":3}]");
    }

    @Test
    void answers_no_device_tags_when_the_parts_do_not_fit_together() {
        assertThat(call().get("/devicetags?serialNumber=SNMAC1&deviceId=" + IPHONE)
                        .ok()
                        .body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"userId\":\"2\",\"tagId\":1}", "{\"userId\":2,\"tagId\":1}", "{\"UserID\":2,\"TAGID\":1}"})
    void takes_the_user_of_a_tag_as_a_text_or_a_number_and_reconfigures_the_users_devices(String body) {
        int link = call().post("/usertags", body).id();
        assertThat(call().get("/usertags/" + link).ok().body())
                .isEqualTo("{\"Id\":" + link + ",\"UserId\":2,\"TagId\":1}");
        assertThat(reconfigured()).isEqualTo(3);
        call().delete("/usertags/" + link).ok();
        assertThat(reconfigured()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId=1", "email=Anna%40foretaget.example", "userId=1&email=anna%40foretaget.example"})
    void finds_user_tags_by_any_combination(String query) {
        assertThat(call().get("/usertags?" + query).ok().body()).isEqualTo("[{\"Id\":1,\"UserId\":1,\"TagId\":1}]");
    }

    @Test
    void refuses_links_to_what_is_not_there() {
        refused(call().post("/devicetags", "{\"deviceId\":\"" + NOBODY + "\",\"tagId\":1}"), 400, "no device");
        refused(call().post("/devicetags", "{\"deviceId\":\"" + IPHONE + "\",\"tagId\":99}"), 400, "no tag 99");
        refused(call().post("/devicetags", "{\"deviceId\":\"17\",\"tagId\":1}"), 400, "not a GUID");
        refused(call().post("/devicetags", "{\"deviceId\":\"" + IPHONE + "\"}"), 400, "tagId is missing");
        refused(call().post("/usertags", "{\"userId\":\"99\",\"tagId\":1}"), 400, "no user 99");
        refused(call().post("/usertags", "{\"userId\":\"x\",\"tagId\":1}"), 400, "userId must be a whole number");
        refused(call().post("/usertags", "{\"userId\":\"1\",\"tagId\":\"1\"}"), 400, "tagId must be a whole number");
    }
}
