/**
 * Lost phones: reporting one lost, locking it, and lifting the report.
 *
 * <p>Offers {@link se.handtag.recovery.LostReports}. May use {@code policy}, {@code commands}, {@code devices},
 * {@code requests}, {@code audit}, {@code identity}.
 */
@NullMarked
package se.handtag.recovery;

import org.jspecify.annotations.NullMarked;
