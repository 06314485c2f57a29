package se.handtag.commands;

/** What reading the MDM again shows of a command's effect. */
sealed interface Sight {

    /** The effect. @param evidence what shows it */
    record Seen(String note, String evidence) implements Sight {}

    /** Something else. @param evidence what is there instead */
    record Otherwise(String evidence) implements Sight {}

    /** The MDM does not tell what would show it. */
    record Silent() implements Sight {}

    /** The API cannot show it. */
    record NeverShown() implements Sight {}
}
