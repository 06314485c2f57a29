package se.handtag.audit;

import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.proof.Beside;
import se.handtag.audit.proof.Descent;
import se.handtag.audit.proof.ExportHead;
import se.handtag.audit.proof.ExportLine;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.Receipt;
import se.handtag.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the log as a file that can be checked without the portal. */
@Component
public class Receipts {
    /** What whoever suffered it reads: who did it, for whom, to what; not what others told of themselves or to each other. */
    private static final Set<String> FOR_THE_AFFECTED = Set.of(
            RecordBody.ACTOR,
            RecordBody.OWNER,
            RecordBody.LABEL,
            RecordBody.FACT + "app",
            RecordBody.FACT + "tag",
            RecordBody.FACT + "ticket");

    private final LogReader reader;
    private final Pseudonyms pseudonyms;
    private final Checkpoints checkpoints;
    private final Tree tree;
    private final Proofs proofs;
    private final Sequencer sequencer;
    private final JsonMapper json = JsonMapper.builder().build();

    Receipts(LogReader reader, Pseudonyms pseudonyms, Checkpoints checkpoints, Tree tree, Sequencer sequencer) {
        this.reader = reader;
        this.pseudonyms = pseudonyms;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.proofs = new Proofs(tree);
        this.sequencer = sequencer;
    }

    /**
     * What a person did or what was done in their matter, the newest first.
     *
     * @param mdmUser the user of the MDM that they are, such as {@code user/17}, null for none
     * @param before only records with a smaller number
     */
    public List<AuditRecord> concerning(PersonId person, @Nullable String mdmUser, long before, int most) {
        sequencer.catchUp();
        return reader.concerning(
                pseudonyms.find(person.value()).map(Object::toString).orElse(null), mdmUser, before, most);
    }

    /**
     * The receipt of a record of {@link #concerning}, as JSON; empty when it is not one of theirs.
     *
     * @throws NoCheckpoint when none can be made now
     */
    public Optional<String> of(PersonId person, @Nullable String mdmUser, long number) {
        return concerning(person, mdmUser, number + 1, 1).stream()
                .filter(record -> record.number() == number)
                .findFirst()
                .flatMap(record -> of(number, shown(person, mdmUser, record)));
    }

    /**
     * The receipt of any record, as JSON, for whoever may see all; empty when there is none.
     *
     * @throws NoCheckpoint when none can be made now
     */
    public Optional<String> of(long number) {
        return of(number, _ -> true);
    }

    /**
     * Which names of what stands beside the record are in the person's receipt. A decision on what another person wants with
     * somebody's device is on record in the matter of whoever has it; all else is in the asker's.
     */
    private Predicate<String> shown(PersonId person, @Nullable String mdmUser, AuditRecord record) {
        String me = pseudonyms.find(person.value()).map(UUID::toString).orElse("");
        if (record.actorId() != null && record.actorId().toString().equals(me)) {
            return _ -> true;
        }
        boolean askedForIt = record.kind() != AuditKind.DECISION
                && record.owner() != null
                && (record.owner().equals(me) || record.owner().equals(mdmUser));
        return askedForIt ? name -> !name.equals(RecordBody.ADDRESS) : FOR_THE_AFFECTED::contains;
    }

    /** @param shown which names of what stands beside the record are in this receipt */
    private Optional<String> of(long number, Predicate<String> shown) {
        var page = reader.page(number - 1, AuditQuery.EVERYTHING, 1);
        if (page.isEmpty() || page.getFirst().number() != number) {
            return Optional.empty();
        }
        var kept = checkpoints.covering(number);
        var stored = page.getFirst();
        var beside = beside(stored);
        beside.keySet().removeIf(shown.negate());
        return Optional.ofNullable(stored.text())
                .map(body -> json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Receipt(
                                Receipt.FORMAT,
                                number,
                                body,
                                beside,
                                encoded(proofs.inclusion(number - 1, kept.size())),
                                kept.note())));
    }

    /**
     * Every record that the query finds, oldest first, as the lines of a JSON Lines file, the first of which says
     * how to prove the others. A query by time alone gives every record between its first and its last.
     *
     * @throws NoCheckpoint when none can be made now
     */
    AuditLog.Export export(AuditQuery query) {
        boolean complete = query.onlyByTime();
        long size = tree.size();
        var kept = checkpoints.covering(size);
        var span = reader.span(query, kept.size());
        String head = json.writeValueAsString(head(span, complete, kept));
        return line -> {
            line.accept(head);
            lines(span, complete ? AuditQuery.EVERYTHING : query, kept.size(), line);
        };
    }

    private void lines(LogReader.Span span, AuditQuery within, long size, Consumer<String> line) {
        var cover = within.onlyByTime() ? NodeId.cover(span.first() - 1, span.last()) : null;
        long after = span.first() - 1;
        while (after < span.last()) {
            var page = reader.page(after, within, LogReader.PAGE);
            if (page.isEmpty()) {
                return;
            }
            var inside =
                    page.stream().filter(one -> one.number() <= span.last()).toList();
            var siblings = cover == null ? Map.<Long, List<byte[]>>of() : siblings(inside, cover);
            for (StoredRecord stored : inside) {
                var proof = cover == null
                        ? proofs.inclusion(stored.number() - 1, size)
                        : siblings.getOrDefault(stored.number(), List.of());
                line.accept(json.writeValueAsString(line(stored, proof)));
            }
            after = page.getLast().number();
        }
    }

    /** What each record brings along, read in one go: every second one brings none. */
    private Map<Long, List<byte[]>> siblings(List<StoredRecord> page, List<NodeId> cover) {
        Map<Long, List<NodeId>> wanted = new LinkedHashMap<>();
        page.forEach(one -> wanted.put(one.number(), Descent.siblings(one.number() - 1, cover)));
        var found = proofs.hashes(wanted.values().stream().flatMap(List::stream).toList())
                .iterator();
        Map<Long, List<byte[]>> siblings = new HashMap<>();
        wanted.forEach((number, ids) ->
                siblings.put(number, ids.stream().map(_ -> found.next()).toList()));
        return siblings;
    }

    private ExportHead head(LogReader.Span span, boolean complete, CheckpointStore.Kept kept) {
        var earlier = checkpoints.before(span.first() - 1);
        return new ExportHead(
                ExportHead.FORMAT,
                span.first(),
                span.last(),
                complete,
                complete ? span.last() - span.first() + 1 : span.records(),
                complete ? encoded(proofs.cover(0, span.first() - 1)) : List.of(),
                complete ? encoded(proofs.cover(span.last(), kept.size())) : List.of(),
                complete ? encoded(proofs.cover(span.first() - 1, span.last())) : List.of(),
                kept.note(),
                earlier == null ? null : earlier.note(),
                earlier == null ? List.of() : encoded(proofs.consistency(earlier.size(), kept.size())));
    }

    private ExportLine line(StoredRecord stored, List<byte[]> proof) {
        return new ExportLine(
                stored.number(),
                Objects.requireNonNullElse(stored.text(), ""),
                HexFormat.of().formatHex(stored.hash()),
                beside(stored),
                encoded(proof));
    }

    private static Map<String, Beside> beside(StoredRecord stored) {
        Map<String, Beside> beside = new LinkedHashMap<>();
        stored.sealed()
                .forEach(one -> beside.put(one.name(), new Beside(HexFormat.of().formatHex(one.salt()), one.value())));
        return beside;
    }

    private static List<String> encoded(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    /** The public keys that files are checked with; to be handed on by another way than the files. */
    public List<String> publicKeys() {
        return checkpoints.status().keys();
    }
}
