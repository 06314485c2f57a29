package se.handtag.trial.mdm.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Fault;
import se.handtag.trial.mdm.wire.Faults;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.Sights;
import se.handtag.trial.mdm.world.World;

/** The pages for people: all devices, one device, and buttons that lead back to where they were pressed. */
public final class Pages {
    private static final int MOST_DEVICES = 200;
    private static final int MOST_ENTRIES = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Map<String, String> PAGE = Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'",
            "Referrer-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store");

    private final Journal journal;
    private final Sights sights;
    private final World world;
    private final Faults faults;
    private final Clock clock;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    /** Pages about these. */
    public Pages(Journal journal, Sights sights, World world, Faults faults, Clock clock) {
        this.journal = journal;
        this.sights = sights;
        this.world = world;
        this.faults = faults;
        this.clock = clock;
        var resolver = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** Answers a call that is neither for the API nor for the witness. */
    public Answer answer(Call call) throws IOException {
        SameSite.check(call);
        List<String> path = call.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        return switch (call.method() + " " + first + " " + path.size()) {
            case "GET  0" -> all(call);
            case "GET page.css 1" -> style();
            case "GET devices 2" -> one(device(path));
            case "POST devices 3" -> switched(call, device(path), path.get(2));
            case "POST advance 1" -> {
                world.tick();
                yield back(call);
            }
            case "POST faults 1" -> {
                faults.add(fault(Query.ofForm(call.wholeBody())));
                yield back(call);
            }
            case "POST faults 2" -> {
                faults.clear();
                yield back(call);
            }
            default -> throw Refused.unknown("There is nothing at this address. The API is under /api.");
        };
    }

    private Answer all(Call call) {
        String find = call.query().optional("find");
        var values = new HashMap<String, @Nullable Object>();
        values.put("api", "http://" + call.header("Host") + "/api");
        values.put("find", find);
        values.put("most", MOST_DEVICES);
        values.put(
                "devices",
                sights.find(find, MOST_DEVICES).stream().map(this::row).toList());
        values.put("faults", faults.on().stream().map(Pages::words).toList());
        values.put(
                "kinds",
                Arrays.stream(Fault.Kind.values()).map(Fault.Kind::label).toList());
        values.put("journal", lines(journal.latest(MOST_ENTRIES)));
        return page("trial/mdm/world", values);
    }

    private Answer one(UUID id) {
        Sights.Whole whole = sights.whole(id);
        if (whole == null) {
            throw Refused.unknown("There is no device " + id + ".");
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("row", row(whole.device()));
        values.put("apps", whole.apps());
        values.put("commands", whole.commands());
        values.put("journal", lines(journal.latest(id, MOST_ENTRIES)));
        return page("trial/mdm/device", values);
    }

    private Answer page(String template, Map<String, @Nullable Object> values) {
        var context = new Context(Locale.ENGLISH);
        values.forEach(context::setVariable);
        String html = templates.process(template, context);
        return new Answer.Whole(200, PAGE, html.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer style() throws IOException {
        try (InputStream css = Pages.class.getResourceAsStream("/trial/mdm/page.css")) {
            if (css == null) {
                throw Refused.unknown("The page's style is missing.");
            }
            return new Answer.Whole(200, Map.of("Content-Type", "text/css; charset=utf-8"), css.readAllBytes());
        }
    }

    private Answer switched(Call call, UUID id, String how) {
        boolean there = switch (how) {
            case "online" -> world.online(id);
            case "offline" -> world.offline(id);
            default -> throw Refused.unknown("There is nothing at this address.");
        };
        if (!there) {
            throw Refused.unknown("There is no device " + id + ".");
        }
        return back(call);
    }

    /** To the page on which the button was pressed: only its path is taken over. */
    private static Answer back(Call call) {
        String referer = call.header("Referer");
        String path = "/";
        if (referer != null) {
            try {
                URI from = URI.create(referer);
                path = from.getRawPath() == null || !from.getRawPath().matches("/(devices/[0-9a-f-]{36})?")
                        ? "/"
                        : from.getRawPath();
            } catch (IllegalArgumentException unreadable) {
                path = "/";
            }
        }
        return new Answer.Whole(303, Map.of("Location", path), new byte[0]);
    }

    private static Fault fault(Query form) {
        form.allowOnly(Set.of("kind", "millis", "status", "count", "path", "method"));
        String kind = form.text("kind");
        if (kind == null) {
            throw Refused.malformed("The fault's kind is missing.");
        }
        Integer millis = form.optionalInteger("millis");
        return Fault.of(
                Fault.Kind.of(kind),
                millis == null ? null : millis.longValue(),
                form.optionalInteger("status"),
                form.optionalInteger("count"),
                form.optional("path"),
                form.optional("method"));
    }

    private static UUID device(List<String> path) {
        try {
            return UUID.fromString(path.get(1));
        } catch (IllegalArgumentException noId) {
            throw Refused.unknown("There is no such device.");
        }
    }

    private static String words(Fault fault) {
        return fault.kind().label()
                + switch (fault.kind()) {
                    case DELAY, SLOW, LATE -> " (" + fault.time().toMillis() + " ms)";
                    case ERROR -> " (" + fault.status() + ")";
                    case RESET, HANGUP, THROTTLE, NOISE, GARBAGE, TRUNCATED, EMPTY, LOST, NEWER -> "";
                }
                + (fault.method() == null ? "" : ", only " + fault.method())
                + (fault.path() == null ? "" : ", only addresses with " + fault.path())
                + (fault.count() == null ? ", every call" : ", the next " + fault.count());
    }

    private Row row(Sights.Device device) {
        String state = !device.enrolled()
                ? "erased, not set up"
                : (device.online() ? "online" : "offline")
                        + (device.locked() ? ", locked" : "")
                        + (device.passcode() ? ", passcode set" : ", no passcode")
                        + (device.supervised() ? ", supervised" : "");
        return new Row(device, state, ago(device.lastContact()), ago(device.lastInventory()));
    }

    private String ago(@Nullable Instant time) {
        if (time == null) {
            return "never";
        }
        Duration age = Duration.between(time, clock.instant());
        String words = age.toSeconds() < 60
                ? "now"
                : age.toMinutes() < 60
                        ? age.toMinutes() + " min ago"
                        : age.toHours() < 48 ? age.toHours() + " h ago" : age.toDays() + " days ago";
        return TIME.format(time) + " (" + words + ")";
    }

    private static List<Line> lines(List<Journal.Entry> entries) {
        return entries.stream()
                .map(entry -> new Line(
                        entry,
                        TIME.format(entry.at()),
                        switch (entry.what()) {
                            case "done" -> "ok";
                            case "failed", "refused", "lapsed", "fault" -> "no";
                            case "asked", "queued" -> "wait";
                            default -> "";
                        }))
                .toList();
    }

    /** A device with its state in words. */
    private record Row(Sights.Device device, String state, String contact, String inventory) {}

    /** A journal entry with its colour. */
    private record Line(Journal.Entry entry, String time, String mood) {}
}
