package se.handtag.notifications;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.commands.Holds;
import se.handtag.grants.Grants;
import se.handtag.notifications.Message.What;
import se.handtag.policy.ActionKind;

/**
 * Tells people what became of commands, inside the transaction in which it did. What the MDM accepted is no news: the news
 * is what came of it, as far as anybody knows.
 */
@Component
class CommandNews {
    private static final String LIMIT = "limit";
    private static final Set<String> DETAILED = Set.of("called-off", "rules", Command.NOT_AGAIN);

    private final Post post;
    private final Commands commands;
    private final Holds holds;
    private final Grants grants;
    private final Concerned concerned;
    private final Apart apart;

    CommandNews(Post post, Commands commands, Holds holds, Grants grants, Concerned concerned, Apart apart) {
        this.post = post;
        this.commands = commands;
        this.holds = holds;
        this.grants = grants;
        this.concerned = concerned;
        this.apart = apart;
    }

    /** What is said to whoever wanted it, whose it is, and who said yes to it; null for nothing. */
    private record Said(
            What toAsker, What toOwner, @Nullable What toApprover) {
        @Nullable
        What to(Concerned.Part part) {
            return switch (part) {
                case ASKER -> toAsker;
                case APPROVER -> toApprover;
                case OWNER, MANAGER -> toOwner;
            };
        }
    }

    @EventListener
    void on(CommandStepped change) {
        if (!isOnTheWay(change.state())) {
            apart.tell(change, () -> tell(change));
        }
    }

    /** What nobody is ever told of; the least is done where commands are many. */
    private static boolean isOnTheWay(CommandState state) {
        return switch (state) {
            case DUE, SENDING, ACCEPTED, CONTACT_SINCE -> true;
            default -> false;
        };
    }

    private void tell(CommandStepped change) {
        Command command = commands.find(change.command()).orElseThrow();
        String note = change.note();
        tellIt(command, change.state(), note);
        // What is taken back because its time is over is told as that.
        Said said = grants.takesBack(command.id()) ? null : said(command, change.state(), note);
        if (said == null) {
            return;
        }
        Why why = why(command, change.state(), note);
        for (Concerned.Told told : concerned.by(command, command.reason())) {
            What what = said.to(told.part());
            // Whoever took it back themselves knows.
            if (what != null && !(told.part() == Concerned.Part.ASKER && "withdrawn".equals(note))) {
                post.tell(told.to(), News.of(command, what, why, told.link()));
            }
        }
    }

    private void tellIt(Command command, CommandState state, @Nullable String note) {
        if (state == CommandState.UNKNOWN) {
            post.tell(new Recipient.It(), News.of(command, What.TO_SETTLE, null, "unknown"));
        }
        if (isBeyondLimit(state, note) && holds.releasedBy(command.id()).isEmpty()) {
            post.tell(new Recipient.It(), News.of(command, What.WIPE_BEYOND_LIMIT, null, "held"));
        }
    }

    private static boolean isBeyondLimit(CommandState state, @Nullable String note) {
        return state == CommandState.HELD && LIMIT.equals(note);
    }

    private static @Nullable Said said(Command command, CommandState state, @Nullable String note) {
        if (command.action().kind() == ActionKind.WIPE) {
            What what = ofWipe(state, note);
            return what == null ? null : new Said(what, what, what);
        }
        return switch (state) {
            case REFUSED -> new Said(What.REFUSED, What.OTHERS_REFUSED, What.APPROVED_NOT_DONE);
            case CANCELLED -> new Said(What.CANCELLED, What.OTHERS_CANCELLED, What.APPROVED_CANCELLED);
            case UNKNOWN -> new Said(What.UNKNOWN, What.OTHERS_UNKNOWN, null);
            case SETTLED_DONE -> new Said(What.DONE, What.OTHERS_DONE, null);
            case CONTRADICTED, SETTLED_NOT_DONE ->
                new Said(What.NOT_DONE, What.OTHERS_NOT_DONE, What.APPROVED_NOT_DONE);
            case HELD, DUE, SENDING, ACCEPTED, CONTACT_SINCE, EFFECT_SEEN, NOT_VERIFIABLE -> null;
        };
    }

    /** Never that a device is erased unless somebody made sure, or it shows. */
    private static @Nullable What ofWipe(CommandState state, @Nullable String note) {
        return switch (state) {
            case HELD -> LIMIT.equals(note) ? null : What.WIPE_HELD;
            case CANCELLED -> What.WIPE_CALLED_OFF;
            case REFUSED, SETTLED_NOT_DONE -> What.WIPE_NOT_DONE;
            case UNKNOWN -> What.WIPE_UNKNOWN;
            case NOT_VERIFIABLE -> What.WIPE_UNSEEN;
            case CONTRADICTED -> What.WIPE_DOUBTED;
            case EFFECT_SEEN, SETTLED_DONE -> What.WIPED;
            case DUE, SENDING, ACCEPTED, CONTACT_SINCE -> null;
        };
    }

    /** The step's own words, where they say more than the news. */
    private static @Nullable Why why(Command command, CommandState state, @Nullable String note) {
        if (note == null) {
            return null;
        }
        boolean told = switch (state) {
            case CANCELLED, REFUSED, NOT_VERIFIABLE, CONTRADICTED -> true;
            case UNKNOWN -> note.equals(Command.NOT_AGAIN);
            default -> false;
        };
        return told
                ? new Why(
                        note,
                        DETAILED.contains(note) ? command.steps().getLast().detail() : null)
                : null;
    }
}
