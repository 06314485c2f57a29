package se.handtag.mdm;

import feign.Param;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Percent-encodes all but RFC 3986's unreserved characters, as UTF-8. The library's own encoding leaves alone what looks
 * encoded already, so that "100%25" and "100%" would ask for the same. Public for that library alone, which makes it.
 */
public final class StrictEncoding implements Param.Expander {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    @Override
    public String expand(Object value) {
        String text = value.toString();
        if (text.isBlank()) {
            throw new NotSendable(List.of(Violation.TEXT_MISSING));
        }
        return encode(text);
    }

    static String encode(String text) {
        if (text.equals(".") || text.equals("..")) {
            throw new NotSendable(List.of(Violation.TEXT_IS_DOTS));
        }
        ByteBuffer bytes = utf8(text);
        StringBuilder encoded = new StringBuilder(bytes.remaining() * 2);
        while (bytes.hasRemaining()) {
            int next = bytes.get() & 0xff;
            if (isUnreserved(next)) {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(HEX[next >> 4]).append(HEX[next & 15]);
            }
        }
        return encoded.toString();
    }

    /** Refuses text that cannot be written in UTF-8. */
    static void requireWhole(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (Character.isHighSurrogate(next)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(next)) {
                throw new NotSendable(List.of(Violation.TEXT_BROKEN));
            }
        }
    }

    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException _) {
            throw new NotSendable(List.of(Violation.TEXT_BROKEN));
        }
    }

    private static boolean isUnreserved(int next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '-'
                || next == '.'
                || next == '_'
                || next == '~';
    }
}
