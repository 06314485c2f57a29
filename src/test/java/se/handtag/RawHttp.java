package se.handtag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Requests written by hand, with whatever in them, each on a connection of its own. */
final class RawHttp {
    private RawHttp() {}

    /** An answer: its status, the lines of its head, and the rest as it came. */
    record Answer(int status, List<String> head, String body) {
        /** The values of a header, in any case of its name. */
        List<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        /** The first value of a header; empty when there is none. */
        String first(String name) {
            return all(name).stream().findFirst().orElse("");
        }
    }

    static Answer get(int port, String path, String... headers) {
        return send(port, "GET " + path, "", headers);
    }

    /** Sends what is given under a Content-Length that fits it. */
    static Answer send(int port, String line, String body, String... headers) {
        var request = new StringBuilder(line).append(" HTTP/1.1\r\n");
        Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
        request.append("Connection: close\r\nContent-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body);
        String answer = exactly(port, request.toString());
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = answer.substring(0, end).lines().toList();
        return new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), head, answer.substring(end + 4));
    }

    /** Sends these characters and no others; all that came until the server hung up. */
    static String exactly(int port, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
