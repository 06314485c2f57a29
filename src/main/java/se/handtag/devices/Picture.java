package se.handtag.devices;

import java.time.Instant;

/**
 * Something read from the MDM, and when.
 *
 * @param asOf when the MDM said so
 * @param fresh false when the MDM could not be asked now and this is what was known
 */
public record Picture<T>(T value, Instant asOf, boolean fresh) {}
