/**
 * The 41 operations of the contract with the document's rules, each under the name of its row (G1 … C7). Reads are
 * answered from rows, writes run in one transaction together with their entry in the journal.
 *
 * <p>Where the document is silent, this server is strict, so that a client's mistake is seen here and not at a customer:
 * unknown parameters and fields, a parameter given twice or empty, and numbers written as texts are refused with 400. A
 * field that is {@code null} counts as absent.
 */
@NullMarked
package se.handtag.trial.mdm.api;

import org.jspecify.annotations.NullMarked;
