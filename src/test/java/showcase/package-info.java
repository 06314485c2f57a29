/** Every part of the kit and the main screens with made-up facts, outside the portal's packages so that it is never part of it. */
@NullMarked
package showcase;

import org.jspecify.annotations.NullMarked;
