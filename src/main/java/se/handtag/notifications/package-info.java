/**
 * Messages to people about what happened: something waits for your yes, your request was decided, it could not be done.
 *
 * <p>Listens to {@code requests} and {@code commands} inside their transactions, so that there is a message exactly when
 * the thing happened. Offers {@link se.handtag.notifications.Messages}. May use {@code requests}, {@code commands},
 * {@code policy}, {@code identity}.
 */
@NullMarked
package se.handtag.notifications;

import org.jspecify.annotations.NullMarked;
