package se.handtag.ui.recovery;

import java.util.List;

/**
 * How a lost device stands.
 *
 * @param tone the notice's class: {@code ok}, {@code wait} or {@code no}
 * @param headline the notice in a few words
 * @param texts what that means, a paragraph each
 * @param rungs what has happened and what is to come
 * @param moving whether something may still change by itself
 * @param carried whether the person carries it with them: a phone or a tablet
 */
record LostStatus(
        String tone, String headline, List<String> texts, List<Rung> rungs, boolean moving, boolean carried) {}
