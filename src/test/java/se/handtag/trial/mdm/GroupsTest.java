package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest extends WithMdm {
    @Test
    void answers_a_group_with_the_contracts_fields_and_no_others() {
        assertThat(call().get("/groups/2").ok().body())
                .isEqualTo("{\"Id\":2,\"Name\":\"Företaget AB\",\"ParentId\":1}");
    }

    @Test
    void tells_that_a_group_lies_under_the_root() {
        assertThat(call().get("/groups/1").ok().body()).isEqualTo("{\"Id\":1,\"Name\":\"Kunder\",\"ParentId\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kunder%5CF%C3%B6retaget%20AB",
                "Kunder%2FF%C3%B6retaget%20AB",
                "Kunder/F%C3%B6retaget+AB",
                "kunder%5cf%c3%b6retaget%20ab"
            })
    void finds_a_group_by_its_path_with_either_separator(String path) {
        assertThat(json(call().get("/groups?path=" + path).ok().body())
                        .get("Id")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void refuses_a_path_that_several_groups_have() {
        refused(call().get("/groups?path=Kunder%5CDubbel"), 409, "2 groups");
    }

    @Test
    void knows_no_group_by_only_a_part_of_its_path() {
        refused(call().get("/groups?path=Dubbel"), 404, "No group");
        refused(call().get("/groups?path=Kunder%5CDubbel%5CMer"), 404, "No group");
    }

    @Test
    void refuses_a_path_with_an_empty_part() {
        refused(call().get("/groups?path=Kunder%5C%5CDubbel"), 400, "empty part");
    }

    @Test
    void adds_a_group_under_another() {
        int id = call().post("/groups", "{\"name\":\"Ny\",\"parentId\":2}").id();
        assertThat(call().get("/groups/" + id).ok().body())
                .isEqualTo("{\"Id\":" + id + ",\"Name\":\"Ny\",\"ParentId\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":\"Ny\"}", "{\"name\":\"Ny\",\"parentId\":0}", "{\"NAME\":\"Ny\",\"ParentID\":null}"})
    void adds_a_group_under_the_root_when_no_parent_is_named(String body) {
        int id = call().post("/groups", body).id();
        assertThat(call().get("/groups/" + id).ok().body()).endsWith("\"ParentId\":0}");
    }

    @Test
    void lets_two_groups_share_a_name() {
        assertThat(call().post("/groups", "{\"name\":\"Tom\"}").id()).isGreaterThan(6);
    }

    @Test
    void refuses_a_group_under_one_that_is_not_there() {
        refused(call().post("/groups", "{\"name\":\"Ny\",\"parentId\":99}"), 400, "no group 99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":\"  \"}"})
    void refuses_a_group_without_a_name(String body) {
        refused(call().post("/groups", body), 400, "name is missing");
        refused(call().put("/groups/5", body), 400, "name is missing");
    }

    @Test
    void renames_a_group() {
        assertThat(call().put("/groups/5", "{\"name\":\"Full\"}").ok().body()).isEmpty();
        assertThat(call().get("/groups/5").ok().body()).contains("\"Name\":\"Full\"");
    }

    @Test
    void removes_a_group_that_nothing_is_linked_to() {
        call().delete("/groups/5").ok();
        refused(call().get("/groups/5"), 404, "no group 5");
    }

    @Test
    void refuses_to_remove_a_group_with_subgroups() {
        refused(call().delete("/groups/1"), 409, "subgroups");
        assertThat(journal()).containsExactly("refused G6 The group cannot be deleted: 3 subgroups are linked to it.");
    }

    @Test
    void refuses_to_remove_a_group_with_users() {
        refused(call().delete("/groups/2"), 409, "2 users");
    }

    @Test
    void refuses_to_remove_a_group_with_tags() {
        refused(call().delete("/groups/6"), 409, "1 tags");
    }

    @Test
    void knows_no_group_that_is_not_there() {
        refused(call().get("/groups/99"), 404, "no group 99");
        refused(call().put("/groups/99", "{\"name\":\"Ny\"}"), 404, "no group 99");
        refused(call().delete("/groups/99"), 404, "no group 99");
        refused(call().get("/groups/0"), 404, "no group 0");
    }
}
