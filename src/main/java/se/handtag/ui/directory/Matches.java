package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** Below a search: everything, or what the MDM finds, which is read beside the session. What comes last is what stands there. */
final class Matches extends Div {
    private static final int OUTLINE = 4;

    private final transient Reading reading;

    Matches(Readings readings) {
        reading = readings.of(this);
        addClassName("stack");
    }

    /** In place of what stands there, or is still read. */
    void show(Component list) {
        reading.forget();
        removeAll();
        add(list);
    }

    /** @param search asks the MDM, and returns what draws the answer */
    void search(Supplier<Supplier<Component>> search) {
        removeAll();
        reading.open(() -> Skeleton.lines(OUTLINE), "directory.reading", () -> {
            try {
                Supplier<Component> found = search.get();
                return () -> add(found.get());
            } catch (MdmException away) {
                return () -> add(Notice.warn(getTranslation("directory.away"), getTranslation("directory.away.text")));
            }
        });
    }
}
