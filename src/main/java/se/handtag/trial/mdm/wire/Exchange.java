package se.handtag.trial.mdm.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** A request together with the ways to answer it, good and bad. Exactly one of the answering methods is used. */
public final class Exchange {
    private static final @Nullable ContentType AS_HEADER_SAYS = null;

    private final Call call;
    private final ResponseTrigger trigger;
    private final Socket socket;

    Exchange(Call call, ResponseTrigger trigger, Socket socket) {
        this.call = call;
        this.trigger = trigger;
        this.socket = socket;
    }

    /** The request. */
    public Call call() {
        return call;
    }

    /** Answers as one should. */
    public void answer(Answer answer) throws IOException {
        send(trigger, answer);
    }

    static void send(ResponseTrigger trigger, Answer answer) throws IOException {
        try (answer) {
            var response = new BasicClassicHttpResponse(answer.status());
            answer.headers().forEach(response::setHeader);
            response.setEntity(
                    switch (answer) {
                        case Answer.Whole whole -> new ByteArrayEntity(whole.body(), AS_HEADER_SAYS);
                        case Answer.Streamed streamed ->
                            new EntityTemplate(-1, AS_HEADER_SAYS, null, streamed.content()::writeTo);
                    });
            trigger.submitResponse(response);
        } catch (HttpException broken) {
            throw new IOException(broken);
        }
    }

    /** Cuts the connection so that the caller sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        throw hangUp();
    }

    /** Ends the connection in good order, without a byte of answer. */
    ConnectionClosedException hangUp() throws IOException {
        socket.close();
        return new ConnectionClosedException("ended on purpose");
    }

    /** Sends bytes that are no HTTP at all, then ends the connection. */
    void noise(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        throw hangUp();
    }

    /** Promises the whole body, sends the first half and ends the connection. */
    void truncated(Answer.Whole answer) throws IOException {
        byte[] body =
                answer.body().length < 2 ? "\"half of an answer\"".getBytes(StandardCharsets.UTF_8) : answer.body();
        OutputStream out = head(answer, body.length);
        out.write(body, 0, body.length / 2);
        out.flush();
        throw hangUp();
    }

    /** Sends the head at once and the body in pieces over the whole of the time. */
    void slowly(Answer.Whole answer, Duration time) throws IOException {
        byte[] body = answer.body().length == 0 ? "          ".getBytes(StandardCharsets.UTF_8) : answer.body();
        OutputStream out = head(answer, body.length);
        int pieces = Math.min(10, body.length);
        int sent = 0;
        for (int piece = 1; piece <= pieces; piece++) {
            pause(time.dividedBy(pieces));
            int until = (int) ((long) body.length * piece / pieces);
            out.write(body, sent, until - sent);
            out.flush();
            sent = until;
        }
        throw hangUp();
    }

    /** Waits; a server that is being closed does not wait on. */
    static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ConnectionClosedException("closing");
        }
    }

    private OutputStream head(Answer.Whole answer, int length) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return out;
    }
}
