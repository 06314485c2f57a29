/** The trial's post office: takes the portal's mail by SMTP and keeps it for a page that shows it. Nothing leaves this machine. */
@NullMarked
package se.handtag.trial.mail;

import org.jspecify.annotations.NullMarked;
