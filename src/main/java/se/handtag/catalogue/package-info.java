/**
 * What one may ask for: apps that the MDM can install, and configurations, which are tags in words for people; and what IT
 * has decided about them.
 *
 * <p>Offers {@link se.handtag.catalogue.Catalogue} and {@link se.handtag.catalogue.Configurations}. May use the reading part of {@code mdm}.
 */
@NullMarked
package se.handtag.catalogue;

import org.jspecify.annotations.NullMarked;
