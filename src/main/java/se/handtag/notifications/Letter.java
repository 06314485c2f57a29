package se.handtag.notifications;

import java.util.Locale;

/**
 * What a mail says.
 *
 * @param text paragraphs, with an empty line between them
 * @param link where in the portal to look
 */
record Letter(Locale language, String subject, String text, String link) {}
