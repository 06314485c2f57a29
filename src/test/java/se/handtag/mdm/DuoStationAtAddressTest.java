package se.handtag.mdm;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract against the server that {@code duostation.url} names: {@code ./mvnw test -Dtest=DuoStationAtAddressTest
 * -Dduostation.url=https://host/api -Dduostation.username=… -Dduostation.password=…}.
 */
@EnabledIfSystemProperty(named = "duostation.url", matches = ".+")
class DuoStationAtAddressTest extends DuoStationWritingContract {}
