package se.handtag.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.handtag.HandtagApplication;
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
 * The portal in a process of its own, without its pages: it takes orders line by line and answers each with a line that
 * begins with {@link #SAYS}.
 *
 * <ul>
 *   <li>{@code arm PROCESS|DATABASE POINT skip} — where it is cut off; {@code handtag.crash.armed} says the same from the start on
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

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext portal = new SpringApplicationBuilder(HandtagApplication.class)
                .sources(
                        Cut.class,
                        FaultPoints.class,
                        FaultPoints.Statements.class,
                        UnansweredCall.class,
                        SamplePeople.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments);
        portal.getBean(Scheduler.class).start();
        var node = new CrashNode(portal);
        say("READY");
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            node.obey(line.split(" ", -1));
        }
        System.exit(0);
    }

    private void obey(String[] order) {
        try {
            switch (order[0]) {
                case "arm" -> {
                    cut.arm(Cut.What.valueOf(order[1]), FaultPoint.valueOf(order[2]), Integer.parseInt(order[3]));
                    say("ARMED");
                }
                case "disarm" -> {
                    cut.disarm();
                    say("DISARMED");
                }
                case "place" -> say("PLACED " + place(order[1], order[2], order[3]));
                case "settle" -> say("SETTLED " + settle());
                case "verify" -> say(log.verify((_, _) -> {}) instanceof Verification.Whole(long records, _)
                        ? "LOG " + records
                        : "LOG broken");
                default -> throw new IllegalArgumentException(order[0]);
            }
        } catch (RuntimeException failed) {
            say("FAILED " + String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private UUID place(String kind, String device, String words) {
        var id = new DeviceId(UUID.fromString(device));
        Action action =
                switch (kind) {
                    case "lock" -> new Action.Lock();
                    case "refresh" -> new Action.Refresh();
                    case "message" -> new Action.Message(words);
                    case "wipe" -> new Action.Wipe();
                    default -> throw new IllegalArgumentException(kind);
                };
        people.signInFresh("sara");
        Asked asked = requests.ask(people.actor("sara"), id, action, words);
        return switch (asked) {
            case Asked.OnItsWay(var request) -> request.value();
            case Asked.Waiting(var request) -> {
                approvals.approve(people.actor("daniel"), request, null);
                yield request.value();
            }
            default -> throw new IllegalStateException("Asking came to " + asked);
        };
    }

    private int settle() {
        var unknown = commands.unknown();
        unknown.forEach(command -> commands.settle(people.actor("sara"), command.id(), false, "asked the witness"));
        return unknown.size();
    }
}
