/** Proof that the employee's screens show what is theirs, and nothing else. */
@NullMarked
package se.handtag.ui.employee;

import org.jspecify.annotations.NullMarked;
