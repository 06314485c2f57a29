/**
 * The employee's screens: my devices, one device, apps, my requests. They read the rooms, put what they find into the kit, and
 * hand every wish to {@code requests}; no rule is decided here. Offers places in the navigation and nothing else. May use every
 * room but {@code mdm} (its typed ids, platform and failure only) and {@code trial}.
 */
@NullMarked
package se.handtag.ui.employee;

import org.jspecify.annotations.NullMarked;
