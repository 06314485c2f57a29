/**
 * What proves the log, without a database and without Spring: the hash tree of RFC 6962, checkpoints as signed notes (C2SP
 * {@code signed-note} and {@code tlog-checkpoint}), and the verifiers of receipts and exports, which run outside the portal.
 */
@NullMarked
package se.handtag.audit.proof;

import org.jspecify.annotations.NullMarked;
