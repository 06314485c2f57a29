package se.handtag.policy;

/**
 * How often the same action was asked for and not denied, before this time.
 *
 * @param actorHour by the same person within the hour
 * @param actorDay by the same person within 24 hours
 * @param subjectDay for the same device, user or other subject within 24 hours
 * @param ownerDay for anything of the same owner within 24 hours
 * @param companyHour by anybody for anything within the hour
 * @param companyDay by anybody for anything within 24 hours
 */
public record Recent(
        long actorHour, long actorDay, long subjectDay, long ownerDay, long companyHour, long companyDay) {
    public static final Recent NONE = new Recent(0, 0, 0, 0, 0, 0);
}
