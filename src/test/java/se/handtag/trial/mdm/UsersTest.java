package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UsersTest extends WithMdm {
    private List<Integer> ids(String path) {
        var ids = new ArrayList<Integer>();
        for (JsonNode user : json(call().get(path).ok().body())) {
            ids.add(user.get("Id").intValue());
        }
        return ids;
    }

    @Test
    void answers_a_user_with_the_contracts_fields_and_no_others() {
        assertThat(call().get("/users/1").ok().body())
                .isEqualTo("{\"Id\":1,\"Name\":\"Anna Åkesson\",\"Email\":\"anna@foretaget.example\","
                        + "\"PhoneNumber\":\"+46 70 174 06 11\",\"AccountGroup\":\"ad\",\"AccountName\":\"anna\","
                        + "\"GroupId\":2,\"Company\":\"Företaget AB\",\"Office\":\"Göteborg\",\"Department\":\"Lager\","
                        + "\"Position\":\"Chef\"}");
    }

    @Test
    void answers_null_for_what_is_not_known() {
        assertThat(call().get("/users/3").ok().body())
                .contains("\"Email\":null", "\"AccountName\":null", "\"GroupId\":0", "\"Position\":null");
    }

    @ParameterizedTest
    @CsvSource({
        "email=anna%40foretaget.example, 1",
        "EMAIL=ANNA%40foretaget.example, 1",
        "email=bo%2Bjobb%40foretaget.example, 2",
        "phoneNumber=%2B46%2070%20174%2006%2012, 2",
        "account=anna, 1",
        "tagId=1, 1",
        "groupId=0, 3",
        "groupId=2&account=bo, 2",
        "groupId=2&email=anna%40foretaget.example&tagId=1&account=anna, 1"
    })
    void finds_users_by_any_combination(String query, int user) {
        assertThat(ids("/users?" + query)).containsExactly(user);
    }

    @Test
    void finds_all_users_of_a_group() {
        assertThat(ids("/users?groupId=2")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "email=bo+jobb%40foretaget.example",
        "email=anna",
        "email=anna%40foretaget.example&account=bo",
        "groupId=99",
        "tagId=99",
        "phoneNumber=0701740611"
    })
    void answers_an_empty_array_when_nobody_fits(String query) {
        assertThat(call().get("/users?" + query).ok().body()).isEqualTo("[]");
    }

    @Test
    void adds_a_user_with_every_field() {
        int id = call().post("/users", """
                        {"name":"Dan Öst","email":"dan@x.example","phoneNumber":"+46701740613","accountGroup":"ad",
                         "accountName":"dan","groupId":2,"company":"C","office":"O","department":"D","position":"P"}""").id();
        assertThat(call().get("/users/" + id).ok().body())
                .isEqualTo("{\"Id\":" + id
                        + ",\"Name\":\"Dan Öst\",\"Email\":\"dan@x.example\",\"PhoneNumber\":\"+46701740613\","
                        + "\"AccountGroup\":\"ad\",\"AccountName\":\"dan\",\"GroupId\":2,\"Company\":\"C\","
                        + "\"Office\":\"O\",\"Department\":\"D\",\"Position\":\"P\"}");
    }

    @Test
    void refuses_a_user_without_a_name_or_in_a_group_that_is_not_there() {
        refused(call().post("/users", "{\"email\":\"a@b.example\"}"), 400, "name is missing");
        refused(call().post("/users", "{\"name\":\"Dan\",\"groupId\":99}"), 400, "no group 99");
    }

    @Test
    void changes_only_what_is_given() {
        call().put("/users/1", "{\"Office\":\"Borås\",\"position\":null}").ok();
        assertThat(call().get("/users/1").ok().body())
                .contains("\"Office\":\"Borås\"", "\"Position\":\"Chef\"", "\"Name\":\"Anna Åkesson\"");
    }

    @Test
    void changes_nothing_when_nothing_is_given() {
        String before = call().get("/users/1").ok().body();
        call().put("/users/1", "{}").ok();
        assertThat(call().get("/users/1").ok().body()).isEqualTo(before);
    }

    @Test
    void empties_a_field_that_is_given_as_an_empty_text_but_never_the_name() {
        call().put("/users/1", "{\"office\":\"\"}").ok();
        assertThat(call().get("/users/1").ok().body()).contains("\"Office\":\"\"");
        refused(call().put("/users/1", "{\"name\":\"\"}"), 400, "name is missing");
    }

    @Test
    void leaves_all_as_it_was_when_one_field_is_refused() {
        refused(call().put("/users/1", "{\"office\":\"Borås\",\"groupId\":99}"), 400, "no group 99");
        assertThat(call().get("/users/1").ok().body()).contains("\"Office\":\"Göteborg\"");
    }

    @Test
    void moving_a_user_moves_and_reconfigures_the_users_devices() {
        call().put("/users/2", "{\"groupId\":5}").ok();
        assertThat(call().get("/devices/" + ANDROID).ok().body()).contains("\"GroupId\":5");
        assertThat(reconfigured()).isEqualTo(3);
    }

    @Test
    void the_same_group_again_reconfigures_nothing() {
        call().put("/users/2", "{\"groupId\":2,\"name\":\"Bo\"}").ok();
        assertThat(reconfigured()).isZero();
    }

    @Test
    void group_0_moves_a_user_to_the_root() {
        call().put("/users/2", "{\"groupId\":0}").ok();
        assertThat(call().get("/users/2").ok().body()).contains("\"GroupId\":0");
        assertThat(reconfigured()).isEqualTo(3);
    }

    @Test
    void the_account_cannot_be_changed() {
        refused(call().put("/users/1", "{\"accountName\":\"annan\"}"), 400, "no field accountName");
    }

    @Test
    void removes_a_user_without_devices() {
        call().delete("/users/3").ok();
        refused(call().get("/users/3"), 404, "no user 3");
    }

    @Test
    void refuses_to_remove_a_user_with_devices() {
        refused(call().delete("/users/1"), 409, "4 devices");
    }

    @Test
    void knows_no_user_that_is_not_there() {
        refused(call().get("/users/99"), 404, "no user 99");
        refused(call().put("/users/99", "{\"office\":\"X\"}"), 404, "no user 99");
        refused(call().delete("/users/99"), 404, "no user 99");
    }
}
