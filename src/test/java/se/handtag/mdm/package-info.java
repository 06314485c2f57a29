/** Tests of the MDM's client, against a server that answers whatever a test tells it to. */
@NullMarked
package se.handtag.mdm;

import org.jspecify.annotations.NullMarked;
