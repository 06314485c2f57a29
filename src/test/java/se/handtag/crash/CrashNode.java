package se.handtag.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.handtag.audit.AuditLog;
import se.handtag.audit.Verification;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/**
 * The portal's rooms in a process of their own: takes orders line by line and answers with lines that begin with
 * {@link #SAYS}.
 *
 * <ul>
 *   <li>{@code arm PROCESS|DATABASE|OUTSIDE POINT,POINT} — where it is cut off; {@code cut} — now, wherever it stands
 *   <li>{@code place KIND device words} — somebody asks for it, somebody else says yes where that is needed
 *   <li>{@code settle} — a person says what became of all that is unknown
 *   <li>{@code verify} — recomputes the log
 * </ul>
 */
final class CrashNode {
    static final String SAYS = "@ ";

    private final Cut cut;
    private final Requests requests;
    private final Approvals approvals;
    private final Commands commands;
    private final AuditLog log;
    private final SamplePeople people;
    private final ReentrantLock settling = new ReentrantLock();

    private CrashNode(ConfigurableApplicationContext portal) {
        cut = portal.getBean(Cut.class);
        requests = portal.getBean(Requests.class);
        approvals = portal.getBean(Approvals.class);
        commands = portal.getBean(Commands.class);
        log = portal.getBean(AuditLog.class);
        people = portal.getBean(SamplePeople.class);
    }

    static synchronized void say(String line) {
        System.out.println(SAYS + line);
        System.out.flush();
    }

    /** Whatever goes wrong ends the process, so that nobody waits for it. */
    public static void main(String[] arguments) throws IOException {
        Thread.currentThread().setUncaughtExceptionHandler((_, failed) -> {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        ConfigurableApplicationContext portal = new SpringApplicationBuilder(NodeParts.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments);
        var node = new CrashNode(portal);
        say("READY");
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] order = line.split(" ", -1);
            switch (order[0]) {
                case "arm" -> node.cut.arm(Cut.What.valueOf(order[1]), order[2]);
                case "cut" -> node.cut.now();
                default -> Thread.ofVirtual().start(() -> node.obey(order));
            }
        }
        System.exit(0);
    }

    private void obey(String[] order) {
        try {
            switch (order[0]) {
                case "place" -> say("PLACED " + place(order[1], order[2], order[3]));
                case "settle" -> settle();
                case "verify" ->
                    say(
                            log.verify((_, _) -> {}) instanceof Verification.Whole whole
                                    ? "LOG " + whole.records()
                                    : "LOG broken");
                default -> throw new IllegalArgumentException(order[0]);
            }
        } catch (RuntimeException failed) {
            say("FAILED "
                    + String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private UUID place(String kind, String device, String words) {
        var id = new DeviceId(UUID.fromString(device));
        Action action = switch (kind) {
            case "lock" -> new Action.Lock();
            case "refresh" -> new Action.Refresh();
            case "message" -> new Action.Message(words);
            case "wipe" -> new Action.Wipe();
            default -> throw new IllegalArgumentException(kind);
        };
        if (kind.equals("wipe")) {
            people.signInFresh("sara");
        }
        Asked asked = requests.ask(people.actor("sara"), id, action, words);
        return switch (asked) {
            case Asked.OnItsWay(var request) -> request.value();
            case Asked.Waiting(var request) -> {
                people.signInFresh("daniel");
                approvals.approve(people.actor("daniel"), request, null);
                yield request.value();
            }
            default -> throw new IllegalStateException("Asking came to " + asked);
        };
    }

    /** One at a time, for it may be stopped in the middle. */
    private void settle() {
        if (settling.tryLock()) {
            try {
                commands.unknown()
                        .forEach(command ->
                                commands.settle(people.actor("sara"), command.id(), false, "asked the witness"));
            } finally {
                settling.unlock();
            }
        }
    }
}
