/**
 * What every screen is built of: cards, chips, ladders, questions, notices, all in one look (`frontend/styles.css`) and in both
 * languages (`messages/kit_*.properties`). Knows no other room and holds no rule: it draws what it is given. Colour never
 * carries a meaning alone; every touch target is at least 44 px; what changes by itself is announced.
 */
@NullMarked
package se.handtag.ui.kit;

import org.jspecify.annotations.NullMarked;
