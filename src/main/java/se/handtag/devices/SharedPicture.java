package se.handtag.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A picture that is large and that every page needs, such as all groups of a company: it stays in memory as it was read, and
 * the database is asked only whether that is still the last one.
 */
final class SharedPicture<T> {
    private final Pictures pictures;
    private final String key;
    private final TypeReference<T> type;
    private final Duration enough;
    private final Supplier<T> mdm;
    private volatile @Nullable Picture<T> last;

    /**
     * Reads nothing yet.
     *
     * @param enough the MDM is not asked when the last answer is younger
     * @param mdm what nobody changes after it was read
     */
    SharedPicture(Pictures pictures, String key, TypeReference<T> type, Duration enough, Supplier<T> mdm) {
        this.pictures = pictures;
        this.key = key;
        this.type = type;
        this.enough = enough;
        this.mdm = mdm;
    }

    /** @throws se.handtag.mdm.MdmException when the MDM cannot be asked and never was */
    T value() {
        return pictures.read(key, enough, mdm, this::stored).value();
    }

    private Optional<Picture<T>> stored() {
        Picture<T> mine = last;
        if (mine != null && pictures.asOf(key).filter(mine.asOf()::equals).isPresent()) {
            return Optional.of(mine);
        }
        Optional<Picture<T>> stored = pictures.stored(key, type);
        last = stored.orElse(null);
        return stored;
    }
}
