package se.handtag.ui.words;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Configurations;
import se.handtag.commands.CommandState;
import se.handtag.commands.Step;
import se.handtag.commands.StepWords;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;
import se.handtag.policy.SubjectKind;
import se.handtag.requests.Request;

/** What actions and states are called, the same on every screen. */
@Component
public class Words {
    private final MessageSource messages;
    private final Configurations configurations;

    Words(MessageSource messages, Configurations configurations) {
        this.messages = messages;
        this.configurations = configurations;
    }

    /** The kind of action as a title: "Clear the passcode". */
    public String action(ActionKind kind, Locale locale) {
        return say(locale, "words.action." + kind.key());
    }

    /** The action as a title, with the app's name where there is one: "Install Plock". */
    public String action(Action action, Locale locale) {
        return switch (action) {
            case Action.InstallApp install -> say(locale, "words.action.install.named", install.name());
            case Action.RemoveApp remove -> say(locale, "words.action.remove.named", remove.name());
            case Action.PutTag(var tag, var name) -> tag("words.action.put-tag", tag, name, locale);
            case Action.TakeTag(var tag, var name) -> tag("words.action.take-tag", tag, name, locale);
            case Action.PutUserTag(var tag, var name) -> tag("words.action.put-tag", tag, name, locale);
            case Action.TakeUserTag(var tag, var name) -> tag("words.action.take-tag", tag, name, locale);
            case Action.HandOver named -> say(locale, "words.action.hand-over.named", named.name());
            default -> action(action.kind(), locale);
        };
    }

    private String tag(String key, TagId tag, String name, Locale locale) {
        return offered(tag, locale)
                .map(known -> say(locale, key + ".offered", known))
                .orElseGet(() -> say(locale, key + ".named", name));
    }

    /** What IT calls a tag for people who may ask for it; empty when it is no such tag. */
    public Optional<String> offered(TagId tag, Locale locale) {
        return configurations.find(tag).map(known -> known.name(locale));
    }

    /** What kind of thing it is done to: "User". */
    public String subject(SubjectKind kind, Locale locale) {
        return say(locale, "words.subject." + kind.key());
    }

    /** The action on a button, before the device's label: "Lock". */
    public String verb(ActionKind kind, Locale locale) {
        return say(locale, "words.verb." + kind.key());
    }

    /** One line on what the action is good for. */
    public String explain(ActionKind kind, Locale locale) {
        return say(locale, "words.explain." + kind.key());
    }

    /** What happens when it is done to that, for whoever is about to say yes. */
    public String happens(ActionKind kind, Subject subject, Locale locale) {
        FleetDevice device = subject.device();
        return happens(kind, device == null ? Platform.UNKNOWN : device.platform(), locale);
    }

    /** The same for a device of that platform. */
    public String happens(ActionKind kind, Platform platform, Locale locale) {
        String key = "words.happens." + kind.key();
        String special = messages.getMessage(key + "." + platform.name().toLowerCase(Locale.ROOT), null, null, locale);
        return special == null ? say(locale, key) : special;
    }

    /** A command's state as a step of the ladder: "Accepted by the device management". */
    public String state(CommandState state, Locale locale) {
        return say(locale, "words.state." + state.name());
    }

    /** What more there is to say about a step, null when its name says it all. */
    public @Nullable String note(Step step, Locale locale) {
        if (step.note() != null) {
            return note(step.note(), step.detail(), locale);
        }
        return step.state() == CommandState.ACCEPTED ? say(locale, "words.note.accepted") : null;
    }

    /** What a step's note says. @param detail what was kept with it, null for nothing */
    public String note(String note, @Nullable String detail, Locale locale) {
        return StepWords.of(note, detail, messages, locale);
    }

    /** Where a request stands: "Waiting for a yes". */
    public String requestState(Request.State state, Locale locale) {
        return say(locale, "words.request." + state.name());
    }

    public String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
