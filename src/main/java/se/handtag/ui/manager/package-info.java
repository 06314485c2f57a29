/**
 * What an approver sees: the inbox with what waits for their yes, and what they decided. Decides nothing by itself; the
 * rules about who may decide are those of {@code requests}.
 */
@NullMarked
package se.handtag.ui.manager;

import org.jspecify.annotations.NullMarked;
