package se.handtag.mdm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.handtag.mdm.ScriptedServer.Script;

/**
 * One way in which an answer can go wrong, and what must become of it.
 *
 * @param ends what brings the call to its end
 * @param creation what becomes of a write that is answered with an id
 * @param creationNotDone whether it is then certain that nothing was done
 * @param reading what becomes of a read
 */
record Fault(
        String name,
        Script script,
        Ends ends,
        Class<? extends MdmException> creation,
        boolean creationNotDone,
        Class<? extends MdmException> reading) {
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    /** What brings a call with a fault to its end. */
    enum Ends {
        BY_ITSELF,
        /** Nothing comes for longer than the client waits for the next byte. */
        BY_SILENCE,
        /** Something always comes, and the whole takes longer than a call may. */
        BY_TAKING_TOO_LONG
    }

    @Override
    public String toString() {
        return name;
    }

    private static Fault unclear(String name, Script script, Class<? extends MdmException> kind) {
        return new Fault(name, script, Ends.BY_ITSELF, kind, false, kind);
    }

    private static Fault timedOut(String name, Ends ends, Script script) {
        return new Fault(name, script, ends, MdmException.TimedOut.class, false, MdmException.TimedOut.class);
    }

    /** Half of an array, which is none of the forms of an id. */
    private static Fault halfAnArray(String name, Script script) {
        return new Fault(
                name, script, Ends.BY_ITSELF, MdmException.Malformed.class, false, MdmException.Unavailable.class);
    }

    private static Fault clear(String name, int status, Class<? extends MdmException> kind) {
        return new Fault(name, Script.status(status, "text/plain", "nej"), Ends.BY_ITSELF, kind, true, kind);
    }

    static Stream<Fault> all() {
        return Stream.concat(broken(), answered());
    }

    private static Stream<Fault> broken() {
        return Stream.of(
                unclear(
                        "reset before the answer",
                        (_, _, connection) -> {
                            connection.setSoLinger(true, 0);
                            connection.close();
                        },
                        MdmException.Unavailable.class),
                halfAnArray("reset in the middle of the answer", (_, out, connection) -> {
                    out.write((HEAD + "Content-Length: 400\r\n\r\n[{\"Id\":").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    connection.setSoLinger(true, 0);
                    connection.close();
                }),
                unclear(
                        "closed without an answer",
                        (_, _, connection) -> connection.close(),
                        MdmException.Unavailable.class),
                unclear(
                        "garbage instead of HTTP",
                        Script.bytes("\u0001\u0002 hej hej\r\n\r\n".repeat(20).getBytes(StandardCharsets.UTF_8)),
                        MdmException.Malformed.class),
                unclear("garbage instead of JSON", Script.json("<html>Logga in</html>"), MdmException.Malformed.class),
                unclear(
                        "an endless header",
                        (_, out, _) -> {
                            out.write((HEAD + "X: " + "a".repeat(40_000)).getBytes(StandardCharsets.UTF_8));
                            out.flush();
                        },
                        MdmException.Malformed.class),
                unclear(
                        "a bad chunk",
                        Script.bytes((HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n[{}]\r\n")
                                .getBytes(StandardCharsets.UTF_8)),
                        MdmException.Malformed.class),
                halfAnArray(
                        "cut off within the length",
                        Script.bytes(
                                (HEAD + "Content-Length: 400\r\n\r\n[{\"Id\":1").getBytes(StandardCharsets.UTF_8))),
                halfAnArray(
                        "cut off within a chunk",
                        Script.bytes((HEAD + "Transfer-Encoding: chunked\r\n\r\n40\r\n[{\"Id\":1")
                                .getBytes(StandardCharsets.UTF_8))),
                unclear("half of the JSON", Script.json("[{\"Id\":1"), MdmException.Malformed.class),
                unclear(
                        "larger than allowed",
                        Script.json("[" + " ".repeat(70_000) + "]"),
                        MdmException.Malformed.class),
                timedOut("silence", Ends.BY_SILENCE, (_, _, _) -> NEVER.await()),
                timedOut("silence within the body", Ends.BY_SILENCE, (_, out, _) -> {
                    out.write((HEAD + "Content-Length: 400\r\n\r\n[").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    NEVER.await();
                }),
                timedOut("a body that drips", Ends.BY_TAKING_TOO_LONG, (_, out, _) -> {
                    out.write((HEAD + "Content-Length: 40000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    drip(out);
                }),
                timedOut("headers that drip", Ends.BY_TAKING_TOO_LONG, (_, out, _) -> {
                    out.write((HEAD + "X: ").getBytes(StandardCharsets.UTF_8));
                    drip(out);
                }));
    }

    private static Stream<Fault> answered() {
        return Stream.of(
                unclear(
                        "500",
                        Script.status(500, "text/html", "<h1>Server Error</h1>"),
                        MdmException.Unavailable.class),
                unclear("502", Script.status(502, "text/html", "<h1>Bad Gateway</h1>"), MdmException.Unavailable.class),
                unclear("503", Script.status(503, "text/plain", ""), MdmException.Unavailable.class),
                unclear("504", Script.status(504, "text/plain", ""), MdmException.Unavailable.class),
                unclear("302", Script.status(302, "text/plain", ""), MdmException.Malformed.class),
                unclear("408", Script.status(408, "text/plain", ""), MdmException.TimedOut.class),
                clear("400", 400, MdmException.Refused.class),
                clear("401", 401, MdmException.Unauthorised.class),
                clear("403", 403, MdmException.Unauthorised.class),
                clear("404", 404, MdmException.NotFound.class),
                clear("409", 409, MdmException.Refused.class),
                clear("429", 429, MdmException.Unavailable.class));
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        do {
            out.write(' ');
            out.flush();
        } while (!NEVER.await(30, TimeUnit.MILLISECONDS));
    }
}
