package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fields that take a file: what fits, how much of it is read, and the words. */
final class Uploads {
    private static final int KIB = 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Uploads() {}

    /** What a field takes; its limit in words is the same in all languages. */
    enum Kind {
        TABLE("text/csv", ".csv", 5 * KIB * KIB, "5 MB"),
        PICTURE("image/png", ".png", 512 * KIB, "512 kB");

        private final String type;
        private final String ending;
        private final int largest;
        private final String limit;

        Kind(String type, String ending, int largest, String limit) {
            this.type = type;
            this.ending = ending;
            this.largest = largest;
            this.limit = limit;
        }

        /** What a browser says of a file is what its name says. No text has a byte of nothing; a workbook has many. */
        private boolean fits(byte[] bytes) {
            return switch (this) {
                case TABLE -> IntStream.range(0, bytes.length).allMatch(i -> bytes[i] != 0);
                case PICTURE -> bytes.length >= PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
            };
        }
    }

    /**
     * A field for one file. What its limits are is asked of the browser alone, so they are looked at here again.
     *
     * @param taken the file's name and what is in it, with the session locked
     * @param refused why a file is not taken, in words, with the session locked
     */
    static Upload of(Kind kind, SerializableBiConsumer<String, byte[]> taken, SerializableConsumer<String> refused) {
        var upload = new Upload();
        upload.setMaxFiles(1);
        upload.setMaxFileSize(kind.largest);
        upload.setAcceptedFileTypes(kind.type, kind.ending);
        upload.setI18n(words(upload, kind));
        upload.addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
        upload.setUploadHandler(event -> {
            byte[] bytes;
            try (var in = event.getInputStream()) {
                bytes = in.readNBytes(kind.largest + 1);
            }
            if (bytes.length > kind.largest || !kind.fits(bytes)) {
                String why = bytes.length > kind.largest ? tooBig(upload, kind) : wrongKind(upload, kind);
                event.reject(why);
                event.getUI().access(() -> refused.accept(why));
            } else {
                event.getUI().access(() -> taken.accept(event.getFileName(), bytes));
            }
        });
        return upload;
    }

    private static String tooBig(Component at, Kind kind) {
        return at.getTranslation("directory.upload.big", kind.limit);
    }

    private static String wrongKind(Component at, Kind kind) {
        return at.getTranslation("directory.upload.type." + kind.name());
    }

    private static UploadI18N words(Component at, Kind kind) {
        var words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles()
                .setOne(at.getTranslation("directory.upload.drop"))
                .setMany(at.getTranslation("directory.upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles()
                .setOne(at.getTranslation("directory.upload.choose"))
                .setMany(at.getTranslation("directory.upload.choose")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(at.getTranslation("directory.upload.one"))
                .setFileIsTooBig(tooBig(at, kind))
                .setIncorrectFileType(wrongKind(at, kind)));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting("…")
                        .setStalled("…")
                        .setProcessing("…")
                        .setHeld("…"))
                .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(at.getTranslation("directory.upload.failed"))
                        .setUnexpectedServerError(at.getTranslation("directory.upload.failed"))
                        .setForbidden(at.getTranslation("directory.upload.failed"))));
        words.setFile(new UploadI18N.File()
                .setRetry(at.getTranslation("shell.again"))
                .setStart(at.getTranslation("directory.upload.choose"))
                .setRemove(at.getTranslation("directory.upload.remove")));
        words.setUnits(List.of("B", "kB", "MB"));
        return words;
    }
}
