/**
 * Messages to people about what happened: something waits for your yes, your request was decided, it could not be done.
 *
 * <p>Listens to {@code requests}, {@code commands} and {@code recovery} inside their transactions, so that there is a
 * message exactly when the thing happened; mail goes out afterwards, as often as it takes. Offers
 * {@link se.handtag.notifications.Messages}. May use those rooms, {@code policy}, {@code devices}, {@code identity}.
 */
@NullMarked
package se.handtag.notifications;

import org.jspecify.annotations.NullMarked;
