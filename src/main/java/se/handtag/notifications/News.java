package se.handtag.notifications;

import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.notifications.Message.What;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;

/**
 * Something that people are to be told.
 *
 * @param about who did it or asked for it, by name
 * @param thing what it was done to, by its label; empty for nothing
 * @param why null when there is nothing more to say
 * @param command the command it is about, null for none
 * @param link where in the portal to look
 */
record News(
        What what,
        String about,
        @Nullable ActionKind action,
        String thing,
        @Nullable String comment,
        @Nullable Why why,
        @Nullable RequestId request,
        @Nullable CommandId command,
        String link) {

    /** To whoever asked. */
    static News of(Request request, What what, String about) {
        return about(request, what, about, "request/" + request.id());
    }

    /** To whoever decides. Following the link decides nothing. */
    static News toDecide(Request request, What what) {
        return about(request, what, request.byName(), "approvals?request=" + request.id());
    }

    private static News about(Request request, What what, String about, String link) {
        return new News(
                what, about, request.action().kind(), request.subject().label(), null, null, request.id(), null, link);
    }

    /** About no request. */
    static News of(What what, String about, String thing, String link) {
        return new News(what, about, null, thing, null, null, null, null, link);
    }

    News saying(@Nullable String words) {
        return new News(what, about, action, thing, words, why, request, command, link);
    }

    /** About a command, whether or not somebody had asked for it. */
    static News of(Command command, What what, @Nullable Why why, String link) {
        return new News(
                what,
                command.byName(),
                command.action().kind(),
                command.subject().label(),
                null,
                why,
                command.request() == null ? null : new RequestId(command.request()),
                command.id(),
                link);
    }
}
