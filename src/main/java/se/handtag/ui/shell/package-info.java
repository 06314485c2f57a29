/**
 * The frame around every screen: page head with its security headers, header, navigation, footer, languages, error pages and the
 * words for a lost connection. Knows no view: views register themselves by a bean of {@link se.handtag.ui.shell.NavigationItem}
 * and stand in {@link se.handtag.ui.shell.MainLayout}; who is signed in comes by {@link se.handtag.ui.shell.ShellPerson}. May use
 * the kit only.
 */
@NullMarked
package se.handtag.ui.shell;

import org.jspecify.annotations.NullMarked;
