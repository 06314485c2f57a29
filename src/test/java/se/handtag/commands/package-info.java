@NullMarked
package se.handtag.commands;

import org.jspecify.annotations.NullMarked;
