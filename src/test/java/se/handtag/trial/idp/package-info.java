@NullMarked
package se.handtag.trial.idp;

import org.jspecify.annotations.NullMarked;
