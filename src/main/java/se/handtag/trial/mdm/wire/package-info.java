/**
 * HTTP of the trial MDM server: listening on loopback, requests and answers, JSON in and out, login, and the faults that
 * tests ask for. It works on the socket itself, since a connection reset or half an answer is nothing that a servlet
 * container lets one send. Knows nothing of what is served.
 */
@NullMarked
package se.handtag.trial.mdm.wire;

import org.jspecify.annotations.NullMarked;
