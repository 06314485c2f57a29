package se.handtag.ui.words;

import java.time.Duration;

/** How long a page waits for what it is to show, before its outline is shown instead. */
interface Patience {
    Duration length();
}
