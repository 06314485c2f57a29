package se.handtag.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.recovery.IntranetLink.Purpose;

/**
 * Signed links for the intranet. Following one changes nothing: it leads to a page, on which somebody signed in may press.
 */
@Component
public class IntranetLinks {
    private static final Pattern TOKEN = Pattern.compile(
            "(1\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Z]+\\.\\d{1,12})\\.([A-Za-z0-9_-]{86})");

    private final IntranetLinkStore store;
    private final LinkKeys keys;
    private final AuditLog log;
    private final Clock clock;

    IntranetLinks(IntranetLinkStore store, LinkKeys keys, AuditLog log, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /** Whether there is a key to sign with; without one there are no links. */
    public boolean possible() {
        return keys.there();
    }

    /**
     * Creates a link.
     *
     * @param audience the addresses of those it is for; empty for everyone
     * @param user the MDM user it preselects, null for none
     * @param device the device it preselects, null for none
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public IntranetLink create(
            Actor actor,
            Purpose purpose,
            String name,
            Collection<String> audience,
            @Nullable UserId user,
            @Nullable DeviceId device,
            Instant expiresAt) {
        onlyIt(actor.person());
        Longest.LABEL.demand(name.strip());
        audience.forEach(Longest.NAME::demand);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!expiresAt.isAfter(now) || !keys.there()) {
            throw new IllegalArgumentException("A link needs a key and a time to come at which it ends");
        }
        var link = new IntranetLink(
                UUID.randomUUID(),
                purpose,
                name.strip(),
                audience.stream()
                        .map(address -> address.strip().toLowerCase(Locale.ROOT))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                user,
                device,
                actor.person().name(),
                now,
                expiresAt.truncatedTo(ChronoUnit.SECONDS),
                null);
        store.insert(link, keys.sign(signed(body(link), link)));
        record(actor, link, "created");
        return link;
    }

    /**
     * Revokes a link for good.
     *
     * @return false when it was revoked before or there is none
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public boolean revoke(Actor actor, UUID id) {
        onlyIt(actor.person());
        boolean revoked = store.revoke(id, actor.person().name(), clock.instant());
        if (revoked) {
            record(actor, store.find(id).orElseThrow(), "revoked");
        }
        return revoked;
    }

    /** All links, the newest first. For IT. */
    public List<IntranetLink> all() {
        return store.all();
    }

    /** Where the link leads, without the portal's own address. */
    public String path(IntranetLink link) {
        String body = body(link);
        byte[] signature = store.signature(link.id()).orElseGet(() -> keys.sign(signed(body, link)));
        return "/lost/link/" + body + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** The link of that token for that person; empty when it is forged, over, revoked, or not for them. */
    public Optional<IntranetLink> follow(Person person, String token) {
        var parts = TOKEN.matcher(token);
        if (!keys.there() || !parts.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(parts.group(1).split("\\.")[1]);
        byte[] signature = Base64.getUrlDecoder().decode(parts.group(2));
        Optional<IntranetLink> genuine = store.find(id)
                .filter(link -> body(link).equals(parts.group(1)))
                .filter(link -> keys.verifies(signed(body(link), link), signature));
        // One that was made before signatures were kept.
        genuine.ifPresent(link -> store.keepSignature(link.id(), signature));
        return genuine.filter(link -> isFor(person, link));
    }

    /**
     * The link of that number for that person, as a page carries it on; empty when it no longer serves them, or is not as it was
     * signed.
     */
    public Optional<IntranetLink> resolve(Person person, UUID id) {
        return store.find(id)
                .filter(link -> isFor(person, link))
                .filter(link -> store.signature(id)
                        .filter(signature -> keys.verifies(signed(body(link), link), signature))
                        .isPresent());
    }

    /** Whether the link of that number was for that person and is over or revoked, as a page left open may still have it. */
    public boolean hasEnded(Person person, UUID id) {
        return store.find(id)
                .filter(link -> !link.works(clock.instant()) && isInAudience(person, link))
                .isPresent();
    }

    private boolean isFor(Person person, IntranetLink link) {
        return link.works(clock.instant()) && isInAudience(person, link);
    }

    private static boolean isInAudience(Person person, IntranetLink link) {
        return link.audience().isEmpty() || link.audience().stream().anyMatch(person.addresses()::contains);
    }

    private static String body(IntranetLink link) {
        return "1." + link.id() + "." + link.purpose() + "." + link.expiresAt().getEpochSecond();
    }

    /** The audience is signed as well, though it is not told: a change in the database does not widen it. */
    private static byte[] signed(String body, IntranetLink link) {
        return ("handtag-link\n" + body + "\n" + String.join("\n", link.audience())).getBytes(StandardCharsets.UTF_8);
    }

    private void record(Actor actor, IntranetLink link, String outcome) {
        log.append(AuditEntry.of(AuditKind.LOST)
                .by(actor)
                .action("intranet-link")
                .outcome(outcome)
                .fact("link", link.id().toString())
                .fact("purpose", link.purpose().name())
                .fact("name", link.name())
                .fact("expires", link.expiresAt().toString()));
    }

    private static void onlyIt(Person person) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Only IT keeps the links");
        }
    }
}
