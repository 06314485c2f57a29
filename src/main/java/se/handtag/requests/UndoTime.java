package se.handtag.requests;

import java.time.Duration;

/** How long a decision can be undone before it takes effect. */
interface UndoTime {
    Duration length();
}
