package se.handtag.trial.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mail that the portal sent, the newest at most 500, kept as files in the trial's folder. */
public final class Mailbox {
    private static final int MOST = 500;
    private static final String ENDING = ".eml";

    private final @Nullable Path folder;

    /** The newest first. Guarded by this. */
    private final Deque<Mail> mails = new ArrayDeque<>();

    private Mailbox(@Nullable Path folder) {
        this.folder = folder;
    }

    /** One that forgets all when the process ends. */
    public static Mailbox inMemory() {
        return new Mailbox(null);
    }

    /** With what is in the folder already. */
    public static Mailbox in(Path folder) {
        var mailbox = new Mailbox(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(ENDING))
                        .sorted(Comparator.naturalOrder())
                        .toList()) {
                    mailbox.load(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return mailbox;
    }

    /** The newest first. */
    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    public synchronized Optional<Mail> find(int number) {
        return mails.stream().filter(mail -> mail.number() == number).findFirst();
    }

    synchronized void keep(MimeMessage message) throws MessagingException {
        int number = mails.isEmpty() ? 1 : mails.getFirst().number() + 1;
        try {
            if (folder != null) {
                try (OutputStream file = Files.newOutputStream(file(folder, number))) {
                    message.writeTo(file);
                }
            }
            mails.addFirst(Mail.of(number, message));
            while (mails.size() > MOST) {
                int oldest = mails.removeLast().number();
                if (folder != null) {
                    Files.deleteIfExists(file(folder, oldest));
                }
            }
        } catch (IOException unwritable) {
            // The portal is told that its mail was not taken, and tries again.
            throw new MessagingException("The mailbox cannot be written", unwritable);
        }
    }

    private void load(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            int number = Integer.parseInt(name.substring(0, name.length() - ENDING.length()));
            mails.addFirst(Mail.of(number, new MimeMessage(null, content)));
        } catch (MessagingException | NumberFormatException unreadable) {
            System.getLogger(Mailbox.class.getName()).log(System.Logger.Level.WARNING, "Not a mail: {0}", name);
        }
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("%07d%s".formatted(number, ENDING));
    }
}
