package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmGroup;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.requests.GroupApprovers;
import se.handtag.requests.Proposal;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Readings;

/** Who approves for which group of the MDM, when the identity provider names no manager. */
@Route(value = "directory/approvers", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class ApproversView extends Page {
    private final GroupApprovers approvers;
    private final SecondPerson second;
    private final Directory directory;
    private final Pickers pickers;
    private final SignedIn signedIn;
    private Shown shown = new Shown(new TreeMap<>(), Set.of());

    /** Who approves, and the groups for which a change waits. */
    private record Shown(SortedMap<String, SortedSet<String>> all, Set<String> waiting) {}

    ApproversView(
            GroupApprovers approvers,
            SecondPerson second,
            Directory directory,
            Pickers pickers,
            SignedIn signedIn,
            LiveUpdates updates,
            Readings readings) {
        super("directory.approvers", readings);
        this.approvers = approvers;
        this.second = second;
        this.directory = directory;
        this.pickers = pickers;
        this.signedIn = signedIn;
        updates.watch(this, this::refresh);
    }

    private Shown now() {
        Set<String> waiting = second.waiting(signedIn.person()).stream()
                .filter(proposal -> proposal.kind().equals(GroupApprovers.KIND))
                .map(Proposal::key)
                .collect(Collectors.toSet());
        return new Shown(approvers.all(signedIn.person()), waiting);
    }

    private void refresh() {
        if (!now().equals(shown)) {
            again();
        }
    }

    @Override
    @Nullable
    Runnable read() {
        GroupTree tree = directory.groups();
        var now = now();
        return () -> {
            shown = now;
            List<ActionRow> rows = new ArrayList<>();
            shown.all().forEach((group, addresses) -> rows.add(row(group, addresses)));
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.approvers.quiet"))
                            .actions(Buttons.primary(getTranslation("directory.approvers.add"), () -> choose(tree))),
                    DirectoryTabs.at(ApproversView.class));
            if (rows.isEmpty()) {
                add(new EmptyState(
                        Glyph.GROUPS,
                        getTranslation("directory.approvers.none"),
                        getTranslation("directory.approvers.none.text")));
            } else {
                add(new Card(getTranslation("directory.approvers.groups"))
                        .with(new ActionList(rows.toArray(ActionRow[]::new))));
            }
        };
    }

    private ActionRow row(String group, SortedSet<String> addresses) {
        String name = group.replace("/", " › ");
        String who = String.join(", ", approvers.names(addresses).values());
        boolean waits = shown.waiting().contains(group);
        var change = Buttons.plain(getTranslation("directory.approvers.change"), () -> ask(group, addresses));
        change.setAriaLabel(change.getText() + ": " + name);
        return new ActionRow(
                        Glyph.GROUPS, name, waits ? who + " · " + getTranslation("directory.approvers.waits") : who)
                .button(change);
    }

    private void choose(GroupTree tree) {
        var group = pickers.group(getTranslation("directory.approvers.group"), null);
        group.setWidthFull();
        var question =
                Confirmation.ask(getTranslation("directory.approvers.add")).with(group);
        question.onlyWhen(() -> Pickers.chosen(group))
                .primary(getTranslation("directory.approvers.next"), _ -> {
                    MdmGroup chosen = group.getValue();
                    String path = String.join("/", tree.pathOf(chosen.id()));
                    ask(path, approvers.all(signedIn.person()).getOrDefault(path, new TreeSet<>()));
                })
                .open();
    }

    private void ask(String group, SortedSet<String> now) {
        MultiSelectComboBox<String> who = field(now);
        Confirmation.ask(getTranslation("directory.approvers.question", group.replace("/", " › ")))
                .happens(getTranslation("directory.approvers.happens"))
                .with(who)
                .primary(getTranslation("directory.approvers.yes"), _ -> {
                    var outcome = approvers.propose(signedIn.actor(), group, who.getValue());
                    Toast.done(getTranslation("directory.offer." + outcome.name()));
                    again();
                })
                .open();
    }

    /** Whoever approves somewhere can be chosen; of others the address is typed. */
    private MultiSelectComboBox<String> field(SortedSet<String> now) {
        var known = new TreeSet<String>();
        approvers.all(signedIn.person()).values().forEach(known::addAll);
        known.addAll(now);
        Map<String, String> names = approvers.names(known);
        var field = new MultiSelectComboBox<String>(getTranslation("directory.approvers.who"));
        field.setI18n(Fields.severalChosen());
        field.setHelperText(getTranslation("directory.approvers.who.help"));
        field.setItems(known);
        field.setItemLabelGenerator(address -> names.getOrDefault(address, address));
        field.setValue(now);
        field.setWidthFull();
        field.setErrorMessage(getTranslation("directory.approvers.no-address"));
        field.setManualValidation(true);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> {
            String address = typed.getDetail().strip().toLowerCase(Locale.ROOT);
            boolean fits = address.matches("[^@\\s,]+@[^@\\s,]+");
            field.setInvalid(!fits);
            if (fits) {
                var more = new TreeSet<>(field.getValue());
                more.add(address);
                field.setValue(more);
            }
        });
        return field;
    }
}
