package se.handtag.trial.mdm.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on loopback and hands each request to a handler, one virtual thread a connection. */
public final class Door implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Door.class);
    private static final int IDLE_MILLIS = 60_000;

    private final ServerSocket listening;
    private final Handler handler;
    private final Http1Config limits = Http1Config.custom()
            .setMaxLineLength(16_384)
            .setMaxHeaderCount(100)
            .setBufferSize(16_384)
            .build();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** Serves one request. */
    public interface Handler {
        /** Answers; a {@link Refused} thrown becomes its answer, anything else 500. */
        void handle(Exchange exchange) throws IOException;
    }

    private Door(ServerSocket listening, Handler handler) {
        this.listening = listening;
        this.handler = handler;
    }

    /**
     * Opens the door.
     *
     * @param port 0 picks a free one
     * @throws UncheckedIOException with one clear sentence, when the port is taken
     */
    @SuppressWarnings("AddressSelection")
    public static Door open(int port, Handler handler) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            try {
                listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            } catch (BindException taken) {
                listening.close();
                throw new BindException(
                        "Port " + port + " for the trial MDM is already in use: end what uses it, or set "
                                + "handtag.trial.mdm.port to another (0 picks a free one).");
            }
            var door = new Door(listening, handler);
            Thread.ofPlatform().name("trial-mdm-door").daemon().start(door::welcome);
            return door;
        } catch (IOException failed) {
            throw new UncheckedIOException(String.valueOf(failed.getMessage()), failed);
        }
    }

    /** The real port. */
    public int port() {
        return listening.getLocalPort();
    }

    private void welcome() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                Thread.ofVirtual().name("trial-mdm").start(() -> serve(socket));
            } catch (IOException closed) {
                if (!listening.isClosed()) {
                    log.warn("The trial MDM could not take a connection: {}", closed.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        var connection = new DefaultBHttpServerConnection("http", limits);
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            connection.bind(socket);
            var context = HttpCoreContext.create();
            HttpService service = HttpService.builder()
                    .withHttpProcessor(HttpProcessors.server("DuoSTATION-trial"))
                    .withHttp1Config(limits)
                    .withHttpServerRequestHandler((request, trigger, _) -> handle(request, trigger, socket))
                    .build();
            while (!socket.isClosed() && connection.isOpen()) {
                service.handleRequest(connection, context);
            }
        } catch (IOException | HttpException gone) {
            log.trace("A connection to the trial MDM ended: {}", gone.getMessage());
        } finally {
            connection.close(CloseMode.IMMEDIATE);
            connections.remove(socket);
        }
    }

    private void handle(ClassicHttpRequest request, ResponseTrigger trigger, Socket socket) throws IOException {
        Answer failure;
        try {
            HttpEntity entity = request.getEntity();
            Call call = Call.of(
                    request.getMethod(),
                    request.getRequestUri(),
                    name -> {
                        Header header = request.getFirstHeader(String.valueOf(name));
                        return header == null ? null : header.getValue();
                    },
                    entity == null ? InputStream.nullInputStream() : entity.getContent());
            handler.handle(new Exchange(call, trigger, socket));
            return;
        } catch (Refused refused) {
            failure = Answer.of(refused);
        } catch (RuntimeException mistake) {
            log.error("The trial MDM failed at {} {}", request.getMethod(), request.getPath(), mistake);
            failure = Answer.error(500, "The trial MDM made a mistake; its log says more.", Map.of());
        }
        Exchange.send(trigger, failure);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException closing) {
            log.debug("Closing the trial MDM's port: {}", closing.getMessage());
        }
        for (Socket socket : connections) {
            try {
                socket.close();
            } catch (IOException closing) {
                log.debug("Closing a connection of the trial MDM: {}", closing.getMessage());
            }
        }
    }
}
