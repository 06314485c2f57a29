package se.handtag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port that leads to another one once it is told which, so that a server has its address before it runs. Until then, and
 * while it is shut, whoever connects is hung up on.
 */
public final class Gate implements AutoCloseable {
    private static final int SHUT = 0;

    private final ServerSocket door;
    private volatile int leadsTo = SHUT;

    private Gate(ServerSocket door) {
        this.door = door;
    }

    public static Gate onFreePort() {
        try {
            var gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("gate").start(gate::accept);
            return gate;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void leadTo(int port) {
        leadsTo = port;
    }

    public void shut() {
        leadsTo = SHUT;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                Thread.ofVirtual().start(() -> lead(from));
            } catch (IOException closed) {
                // The next look at the door says whether it is over.
            }
        }
    }

    private void lead(Socket from) {
        int port = leadsTo;
        try (from) {
            if (port == SHUT) {
                return;
            }
            try (var to = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread answers = Thread.ofVirtual().start(() -> copy(to, from));
                copy(from, to);
                answers.join();
            }
        } catch (IOException hungUp) {
            // So the other side hears it, too.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException hungUp) {
            try {
                to.close();
            } catch (IOException gone) {
                // It is.
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
