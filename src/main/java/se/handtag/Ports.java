package se.handtag;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.PropertyResolver;

/** TCP ports that Handtag means to listen on. */
public final class Ports {
    private Ports() {}

    /**
     * Reads a port number; 0 means that a free one is picked.
     *
     * @throws StartRefused when the setting is not a port number
     */
    public static int of(PropertyResolver settings, String setting, int otherwise) {
        var value = settings.getProperty(setting, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number that is no port
        }
        throw new StartRefused("setting.not-a-port", setting, value);
    }

    /**
     * Checks that nobody listens on the port yet, on any address that "localhost" stands for: a browser tries them all.
     *
     * @param setting the setting that changes the port, for the message
     * @throws StartRefused when the port is taken
     */
    public static void requireFree(int port, String setting) {
        if (port == 0) {
            return;
        }
        try {
            for (var address : InetAddress.getAllByName("localhost")) {
                requireFree(address, port, setting);
            }
        } catch (IOException noSuchAddress) {
            // "localhost" does not resolve, or has an address that this machine cannot bind: the server itself will
            // tell
        }
    }

    private static void requireFree(InetAddress address, int port, String setting) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            if (String.valueOf(taken.getMessage()).contains("requested address")) {
                return; // an address family that is switched off here
            }
            throw new StartRefused("port.in-use", Integer.toString(port), setting);
        }
    }
}
