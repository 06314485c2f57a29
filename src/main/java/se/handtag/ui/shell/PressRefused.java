package se.handtag.ui.shell;

/**
 * Somebody pressed what is not for them, which no page of theirs offers; published while it happens, so that it can be put on record.
 *
 * @param path of the page, without a leading slash
 */
public record PressRefused(String path) {}
