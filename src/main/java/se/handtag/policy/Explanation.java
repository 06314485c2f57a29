package se.handtag.policy;

import java.util.Locale;

/** A rule's words for the person it decides about. */
public record Explanation(String english, String swedish) {

    public String in(Locale locale) {
        return "sv".equals(locale.getLanguage()) ? swedish : english;
    }
}
