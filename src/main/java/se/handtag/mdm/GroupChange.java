package se.handtag.mdm;

/** What to change on a group: its name. Source: G4. */
public record GroupChange(String name) {}
