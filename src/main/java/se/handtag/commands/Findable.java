package se.handtag.commands;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.devices.Entry;
import se.handtag.devices.IndexChanges;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** What a command has changed in the MDM is found under its new name, and what it deleted no longer. */
@Component
class Findable {
    private final CommandStore store;
    private final IndexChanges index;

    Findable(CommandStore store, IndexChanges index) {
        this.store = store;
        this.index = index;
    }

    @EventListener
    void on(Command.CommandStepped stepped) {
        switch (stepped.state()) {
            case EFFECT_SEEN, CONTRADICTED, SETTLED_DONE ->
                store.find(stepped.command()).ifPresent(this::readAgain);
            default -> {}
        }
    }

    private void readAgain(Command command) {
        Entry.Kind kind = changed(command.action());
        String id = kind == null ? null : id(command);
        if (kind != null && id != null) {
            index.changed(kind, id, command.id().toString());
        }
    }

    /** What kind of thing is called otherwise afterwards, null when nothing is. */
    private static Entry.@Nullable Kind changed(Action action) {
        return switch (action) {
            case Action.ChangeUser _, Action.CreateUser _, Action.DeleteUser _ -> Entry.Kind.PERSON;
            case Action.HandOver _ -> Entry.Kind.DEVICE;
            case Action.CreateGroup _, Action.RenameGroup _, Action.DeleteGroup _ -> Entry.Kind.GROUP;
            case Action.CreateTag _, Action.ChangeTag _, Action.DeleteTag _ -> Entry.Kind.TAG;
            case Action.PutApp _ -> Entry.Kind.APP;
            default -> null;
        };
    }

    /** As the MDM writes it; null when nobody knows what was created. */
    private static @Nullable String id(Command command) {
        return switch (command.subject()) {
            case Subject.OfDevice(var device) -> device.id().toString();
            case Subject.OfUser(var user) -> user.id().toString();
            case Subject.OfGroup group -> group.id().toString();
            case Subject.OfTag tag -> tag.id().toString();
            case Subject.OfApp _, Subject.Company _ -> {
                String created = command.created();
                yield created == null ? null : created.split(" ")[0];
            }
        };
    }
}
