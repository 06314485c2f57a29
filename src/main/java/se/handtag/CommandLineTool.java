package se.handtag;

import java.util.List;

/**
 * Something that {@code java -jar handtag.jar <word> …} does instead of starting the portal. A room offers one as a service
 * of the Java platform ({@code META-INF/services}), so that the start knows no room.
 */
public interface CommandLineTool {

    /** The first argument, by which it is called. */
    String word();

    /**
     * @param arguments what follows the word
     * @return the process's exit code
     */
    int run(List<String> arguments);
}
