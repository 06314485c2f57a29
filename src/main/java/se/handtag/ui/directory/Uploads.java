package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;

/** A field that takes a file: how much of it is read, and the words. */
final class Uploads {
    private Uploads() {}

    /**
     * Takes a file. The field's own limit is asked of the browser alone, so no more than that is read here.
     *
     * @param largest how many bytes it may have
     * @param then what to do with it, with the session locked
     */
    static UploadHandler upTo(int largest, SerializableConsumer<byte[]> then) {
        return event -> {
            byte[] bytes;
            try (var in = event.getInputStream()) {
                bytes = in.readNBytes(largest + 1);
            }
            if (bytes.length > largest) {
                event.reject();
                return;
            }
            event.getUI().access(() -> then.accept(bytes));
        };
    }

    static UploadI18N words(Component at) {
        var words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles()
                .setOne(at.getTranslation("directory.upload.drop"))
                .setMany(at.getTranslation("directory.upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles()
                .setOne(at.getTranslation("directory.upload.choose"))
                .setMany(at.getTranslation("directory.upload.choose")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(at.getTranslation("directory.upload.one"))
                .setFileIsTooBig(at.getTranslation("directory.upload.big"))
                .setIncorrectFileType(at.getTranslation("directory.upload.type")));
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
