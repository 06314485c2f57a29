package se.handtag.ui.messages;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Commands;
import se.handtag.identity.Person;
import se.handtag.identity.SignedIn;
import se.handtag.notifications.Message;
import se.handtag.notifications.Messages;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Kept;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Quote;
import se.handtag.ui.kit.Readable;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.HeldNotices;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;
import se.handtag.ui.words.Words;

/** A person's messages, the newest first; opening the page reads them. */
@PermitAll
@Route(value = "messages", layout = MainLayout.class)
class MessagesView extends Div implements Titled {
    private static final int MOST = 50;

    private final Messages messages;
    private final Commands commands;
    private final HeldNotices held;
    private final Person person;
    private final Words words;
    private final Clock clock;
    private final Reading reading;
    private final Div list = new Div();
    private final Announcer announcer = new Announcer();
    private final EmptyState nothing;
    private volatile Map<Long, Shown> shown = Map.of();
    private boolean opened;
    private long marked;

    /** A card, and what on it may change; that it was new stays on it as long as it is looked at. */
    private record Shown(Message message, HeldNotices.@Nullable Key held, Card card) {}

    MessagesView(
            Messages messages,
            Commands commands,
            HeldNotices held,
            SignedIn signedIn,
            Words words,
            LiveUpdates live,
            Readings readings,
            Clock clock) {
        this.messages = messages;
        this.commands = commands;
        this.held = held;
        this.person = signedIn.person();
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        list.addClassName("stack");
        reading = readings.of(this);
        nothing = new EmptyState(Glyph.MESSAGE, getTranslation("messages.none"), getTranslation("messages.none.text"));
        add(new PageHeader(title()), list, announcer);
        // Whom a message goes to is not in a hint; that there is nothing new draws nothing.
        live.watch(this, () -> reading.again(this::read));
        reading.open(() -> Skeleton.cards(2), "messages.reading", this::read);
    }

    @Override
    public String title() {
        return getTranslation("messages.title");
    }

    private Runnable read() {
        // What comes after this stays new, also when it is on the page already.
        long newest = messages.newest(person);
        List<Message> all = messages.of(person, MOST);
        Map<Long, Shown> before = shown;
        Map<Long, Shown> now = new LinkedHashMap<>();
        all.forEach(message -> now.put(message.number(), drawn(message, before.get(message.number()))));
        return () -> {
            if (newest > marked || !opened) {
                messages.read(person, newest);
                marked = newest;
            }
            shown = now;
            Kept.show(
                    list,
                    now.isEmpty()
                            ? List.of(nothing)
                            : now.values().stream().map(Shown::card).toList());
            if (opened) {
                tell(all, before);
            }
            opened = true;
        };
    }

    private Shown drawn(Message message, @Nullable Shown before) {
        // Whoever is told that something is about to happen can call it off where they read it.
        var told = Optional.ofNullable(message.command())
                .filter(_ -> message.what() == Message.What.WIPE_HELD)
                .flatMap(commands::find)
                .flatMap(command -> held.of(List.of(command)));
        var key = told.map(HeldNotices.Told::key).orElse(null);
        Message first = before == null ? message : before.message();
        return before != null && Objects.equals(key, before.held()) ? before : new Shown(first, key, card(first, told));
    }

    private void tell(List<Message> all, Map<Long, Shown> before) {
        List<Message> come = all.stream()
                .filter(message -> !before.containsKey(message.number()))
                .toList();
        if (!come.isEmpty()) {
            announcer.say(getTranslation("messages.come", come.size(), title(come.getFirst())));
        }
    }

    private String title(Message message) {
        return getTranslation("messages." + message.what(), message.about());
    }

    private Card card(Message message, Optional<HeldNotices.Told> told) {
        Locale locale = getLocale();
        var card = new Card(title(message)).ofMany();
        if (message.unread()) {
            card.beside(Chip.info(getTranslation("messages.new")));
        }
        if (!message.thing().isEmpty()) {
            var action = message.action();
            card.with(new Paragraph(Readable.of(
                    action == null ? message.thing() : words.action(action, locale) + " · " + message.thing())));
        }
        if (message.comment() != null) {
            card.with(new Quote(message.comment()));
        }
        var why = message.why();
        if (why != null) {
            card.with(new Paragraph(Readable.of(words.note(why.note(), why.detail(), locale))));
        }
        told.map(HeldNotices.Told::notice).ifPresent(card::with);
        card.with(TimeText.both(message.at(), clock));
        if (message.link().equals("messages")) {
            // There is nothing more of it that this person may see.
            return card;
        }
        var open = new Anchor(message.link(), getTranslation("messages.open"));
        open.addClassNames("button");
        card.actions(open);
        return card;
    }
}
