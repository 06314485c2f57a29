/**
 * Apps one may ask for: what the MDM can install, and what IT has decided about it.
 *
 * <p>Offers {@link se.handtag.catalogue.Catalogue}. May use the reading part of {@code mdm}.
 */
@NullMarked
package se.handtag.catalogue;

import org.jspecify.annotations.NullMarked;
