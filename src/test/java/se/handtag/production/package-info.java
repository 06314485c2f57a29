/** Handtag as operators run it: its jar in processes of its own, with settings from the environment. */
@org.jspecify.annotations.NullMarked
package se.handtag.production;
