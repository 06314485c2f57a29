package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the contract once, at its simplest: it succeeds with 200 and answers in the shape that the row names. */
class OperationsTest extends WithMdm {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    G1  | GET    | /groups                                             | - | array
                    G2  | GET    | /groups/1                                           | - | object
                    G3  | GET    | /groups?path=Kunder                                 | - | object
                    G4  | PUT    | /groups/5 | {"name":"Ny"}                               | nothing
                    G5  | POST   | /groups   | {"name":"Ny","parentId":1}                  | id
                    G6  | DELETE | /groups/5                                           | - | nothing
                    U1  | GET    | /users                                              | - | array
                    U2  | GET    | /users/1                                            | - | object
                    U3  | GET    | /users?account=anna                                 | - | array
                    U4  | PUT    | /users/1  | {"office":"Borås"}                          | nothing
                    U5  | POST   | /users    | {"name":"Ny"}                               | id
                    U6  | DELETE | /users/3                                            | - | nothing
                    D1  | GET    | /devices                                            | - | array
                    D2  | GET    | /devices/11111111-1111-4111-8111-111111111111       | - | object
                    D3  | GET    | /devices?serialNumber=SNMAC1                        | - | array
                    D4  | PUT    | /devices/11111111-1111-4111-8111-111111111111 | {"userId":2} | nothing
                    T1  | GET    | /tags                                               | - | array
                    T2  | GET    | /tags/1                                             | - | object
                    T3  | PUT    | /tags/1   | {"name":"Ny"}                               | nothing
                    T4  | POST   | /tags     | {"name":"Ny"}                               | id
                    T5  | DELETE | /tags/2                                             | - | nothing
                    DT1 | GET    | /devicetags                                         | - | array
                    DT2 | GET    | /devicetags/1                                       | - | object
                    DT3 | GET    | /devicetags?serialNumber=SNIPHONE1                  | - | array
                    DT4 | POST   | /devicetags | {"deviceId":"33333333-3333-4333-8333-333333333333","tagId":1} | id
                    DT5 | DELETE | /devicetags/1                                       | - | nothing
                    UT1 | GET    | /usertags                                           | - | array
                    UT2 | GET    | /usertags/1                                         | - | object
                    UT3 | GET    | /usertags?userId=1                                  | - | array
                    UT4 | POST   | /usertags | {"userId":"2","tagId":1}                    | id
                    UT5 | DELETE | /usertags/1                                         | - | nothing
                    A1  | GET    | /apps                                               | - | array
                    A2  | GET    | /apps/1                                             | - | object
                    A3  | POST   | /apps | {"name":"Ny","company":"C","packageId":"a.b","versionText":"1","platform":1,"size":1,"store":1,"storeId":"a.b","imageUrl":"https://bild.example/a.png"} | id
                    C1  | POST   | /devices/11111111-1111-4111-8111-111111111111/inventorydevice | - | nothing
                    C2  | POST   | /devices/11111111-1111-4111-8111-111111111111/installapp | {"appId":1} | nothing
                    C3  | POST   | /devices/11111111-1111-4111-8111-111111111111/removeapp | {"identifier":"com.example.mail"} | nothing
                    C4  | POST   | /devices/11111111-1111-4111-8111-111111111111/lockdevice | - | nothing
                    C5  | POST   | /devices/11111111-1111-4111-8111-111111111111/wipedevice | - | nothing
                    C6  | POST   | /devices/11111111-1111-4111-8111-111111111111/clearpasscode | - | nothing
                    C7  | POST   | /devices/11111111-1111-4111-8111-111111111111/sendmessage | {"message":"Hej"} | nothing
                    """)
    void succeeds_with_200(String row, String method, String path, @Nullable String body, String answer) {
        String answered = call().send(method, "/api" + path, body).ok().body();
        switch (answer) {
            case "array" -> assertThat(json(answered).isArray()).isTrue();
            case "object" -> assertThat(json(answered).isObject()).isTrue();
            case "id" -> assertThat(answered).matches("[0-9]+");
            default -> assertThat(answered).isEmpty();
        }
        if (method.equals("GET")) {
            assertThat(journal()).isEmpty();
        } else {
            assertThat(journal()).contains("received " + row);
        }
    }
}
