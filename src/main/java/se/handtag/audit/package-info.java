/**
 * The append-only log: who did what to which device, by which rules, and what became of it.
 *
 * <p>Offers {@link se.handtag.audit.AuditLog}, to which every other room writes in its own transaction: when the
 * transaction fails, neither the change nor its record exists. The database refuses to change or delete a record, and
 * each record carries the hash of the one before it. {@link se.handtag.audit.Erasure} takes names away from beside it, when no room
 * that implements {@link se.handtag.audit.NamesNeeded} needs them. May use {@code identity}.
 */
@NullMarked
package se.handtag.audit;

import org.jspecify.annotations.NullMarked;
