@org.jspecify.annotations.NullMarked
package se.handtag.commands;
