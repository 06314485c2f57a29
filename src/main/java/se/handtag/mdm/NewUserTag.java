package se.handtag.mdm;

/** A tag to put on a user. Source: UT4. */
public record NewUserTag(UserId userId, TagId tagId) {}
