package se.handtag.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A server that gives one answer to every GET, from memory and at hardly any cost, so that the asking side is what is
 * measured.
 */
final class Recorded implements AutoCloseable {
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] head;
    private final byte[] body;

    Recorded(byte[] answer) throws IOException {
        head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: " + answer.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        body = answer;
        Thread.ofPlatform().daemon().start(this::welcome);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            byte @Nullable [] small = body.length > 65_536 ? null : joined();
            int lastFour = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                lastFour = lastFour << 8 | next;
                if (lastFour == END_OF_HEAD) {
                    if (small == null) {
                        out.write(head);
                        out.write(body);
                    } else {
                        out.write(small);
                    }
                }
            }
        } catch (IOException hungUp) {
            // The asking side has what it wanted.
        }
    }

    private byte[] joined() {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Such as {@code http://127.0.0.1:4711/api}. */
    String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/api";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
