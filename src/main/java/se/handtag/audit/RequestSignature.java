package se.handtag.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to an object store by AWS Signature Version 4, as "Authenticating Requests: Using the Authorization Header" of
 * the Amazon S3 API reference has it: one request, its body known as a whole, no query.
 */
final class RequestSignature {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "s3";
    private static final String END = "aws4_request";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final AccessKey key;
    private final Clock clock;

    RequestSignature(AccessKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * The headers to send, but for the host, which every client adds itself.
     *
     * @param more headers that are signed along, by their names in small letters
     */
    Map<String, String> headers(String method, URI address, Map<String, String> more, byte[] body) {
        String time = TIME.format(clock.instant());
        String hash = sha256(body);
        var signed = new TreeMap<>(more);
        signed.put("host", host(address));
        signed.put("x-amz-content-sha256", hash);
        signed.put("x-amz-date", time);
        String names = String.join(";", signed.keySet());
        String request = String.join(
                "\n",
                method,
                path(address),
                "",
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining()),
                names,
                hash);
        String day = time.substring(0, DAY);
        String scope = String.join("/", day, key.region(), SERVICE, END);
        byte[] signature =
                hmac(signing(day), String.join("\n", ALGORITHM, time, scope, sha256(request.getBytes(UTF_8))));
        signed.remove("host");
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + key.id() + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + HexFormat.of().formatHex(signature));
        return signed;
    }

    private byte[] signing(String day) {
        byte[] secret = ("AWS4" + Objects.requireNonNull(key.secret())).getBytes(UTF_8);
        return hmac(hmac(hmac(hmac(secret, day), key.region()), SERVICE), END);
    }

    /** As the client sends it: without the port that goes without saying. */
    private static String host(URI address) {
        int port = address.getPort();
        boolean usual = port == -1 || port == ("https".equals(address.getScheme()) ? HTTPS : HTTP);
        return usual ? address.getHost() : address.getHost() + ":" + port;
    }

    /** As it is sent, each sign encoded once: a slash that is encoded there parts nothing, and stays so. */
    private static String path(URI address) {
        return Arrays.stream(address.getRawPath().split("/", -1))
                .map(part -> encoded(URLDecoder.decode(part.replace("+", "%2B"), UTF_8)))
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String part) {
        var text = new StringBuilder();
        for (byte one : part.getBytes(UTF_8)) {
            char letter = (char) (one & 0xff);
            if (letter < 0x80 && Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0) {
                text.append(letter);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sealed.sha256().digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
