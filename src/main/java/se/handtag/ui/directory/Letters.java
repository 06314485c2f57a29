package se.handtag.ui.directory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Which letters the bytes of a file are. Text that is not UTF-8 could be in many encodings; the one of Swedish spreadsheets
 * (windows-1252) is believed only when nothing else than the letters of Swedish names stands there: in the encodings of DOS
 * and the old Macintosh those bytes never are letters alone.
 */
final class Letters {
    private static final Charset SWEDISH_SPREADSHEET = Charset.forName("windows-1252");
    private static final String BELIEVED = "åäöÅÄÖéÉüÜ";

    private Letters() {}

    /**
     * @throws Csv.Unreadable when the letters cannot be told for certain
     */
    static String of(byte[] bytes) throws Csv.Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String text = new String(bytes, SWEDISH_SPREADSHEET);
            if (text.chars().allMatch(letter -> letter < 128 || BELIEVED.indexOf(letter) >= 0)) {
                return text;
            }
            throw new Csv.Unreadable("directory.files.letters");
        }
    }
}
