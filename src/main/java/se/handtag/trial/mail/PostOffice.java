package se.handtag.trial.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes mail by SMTP on this machine alone, for anybody, and hands it to a mailbox. */
public final class PostOffice implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    private final GreenMail server;

    private PostOffice(GreenMail server) {
        this.server = server;
    }

    /** On a free port. */
    public static PostOffice open(Mailbox mailbox) {
        var server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        var users = server.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((arriving, address) -> {
            mailbox.keep(arriving.getMessage());
            return usual.handle(arriving, address);
        });
        return new PostOffice(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
