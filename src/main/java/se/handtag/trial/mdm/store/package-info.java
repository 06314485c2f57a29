/**
 * The trial MDM's state in PostgreSQL: schema {@code trial_mdm} with its own migrations, transactions, reading rows as
 * JSON, the first import of a company and the generated fleet.
 */
@NullMarked
package se.handtag.trial.mdm.store;

import org.jspecify.annotations.NullMarked;
