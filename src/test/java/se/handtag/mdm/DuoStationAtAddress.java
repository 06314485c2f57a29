package se.handtag.mdm;

/**
 * The contract against the server that {@code duostation.url} names: {@code ./mvnw test -Dtest=DuoStationAtAddress
 * -Dduostation.url=https://host/api -Dduostation.username=… -Dduostation.password=…}.
 */
class DuoStationAtAddress extends DuoStationWritingContract {}
