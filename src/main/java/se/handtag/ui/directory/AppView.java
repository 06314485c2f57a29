package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.Offer;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.AppId;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Readings;

/** One app: what the MDM has of it, and whether and to whom it is offered. */
@Route(value = "directory/app/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class AppView extends Page {
    private final Shelf shelf;
    private final Offers offers;
    private final Pickers pickers;
    private final SignedIn signedIn;
    private @Nullable AppId id;
    private @Nullable Decided decided;

    /** What IT has decided about the app, as it was read, and what has been written over it. */
    private record Decided(ShelfApp app, Offer before, OfferForm form, Div news) {}

    AppView(Shelf shelf, Offers offers, Pickers pickers, SignedIn signedIn, LiveUpdates updates, Readings readings) {
        super("directory.app", readings);
        this.shelf = shelf;
        this.offers = offers;
        this.pickers = pickers;
        this.signedIn = signedIn;
        updates.watch(this, this::refresh);
    }

    /** What somebody is writing is not taken away from them. */
    private void refresh() {
        Decided seen = decided;
        if (seen == null || shelf.offer(seen.app()).equals(seen.before())) {
            return;
        }
        again(() -> {
            if (seen.form().touched()) {
                tellOf(seen);
                return false;
            }
            return true;
        });
    }

    private void tellOf(Decided seen) {
        if (seen.news().getChildren().findAny().isEmpty()) {
            seen.news()
                    .add(Notice.warn(
                                    getTranslation("directory.offer.meanwhile"),
                                    getTranslation("directory.offer.meanwhile.text"))
                            .with(Rows.actions(
                                    Buttons.plain(getTranslation("directory.offer.meanwhile.show"), this::again))));
        }
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        id = number(event).map(AppId::new).orElse(null);
        return id != null;
    }

    @Override
    @Nullable
    Runnable read() {
        Optional<ShelfApp> found = id == null ? Optional.empty() : shelf.find(id);
        if (found.isEmpty()) {
            return null;
        }
        ShelfApp app = found.get();
        Decided now = app.packageId() == null ? null : decided(app);
        return () -> {
            decided = now;
            name(app.name());
            removeAll();
            add(
                    new PageHeader(app.name())
                            .back(getTranslation("directory.apps"), AppsView.class)
                            .quiet(FindTable.joined(FindTable.system(app.platform()), app.company()))
                            .actions(Buttons.plain(
                                    getTranslation("directory.app.update"),
                                    () -> getUI().ifPresent(ui -> ui.navigate("directory/apps/update/" + app.id())))),
                    Rows.two(Rows.stack(offer(app, now)), Rows.stack(facts(app))));
            Lists.others(app.others()).forEach(this::add);
        };
    }

    private Decided decided(ShelfApp app) {
        Offer now = shelf.offer(app);
        return new Decided(app, now, new OfferForm(pickers, now), new Div());
    }

    private Card offer(ShelfApp app, @Nullable Decided now) {
        var card = new Card(getTranslation("directory.offer.title")).quiet(getTranslation("directory.offer.quiet"));
        String packageId = app.packageId();
        if (packageId == null || now == null) {
            return card.with(new Span(getTranslation("directory.offer.no-package")));
        }
        return card.with(now.form(), now.news())
                .actions(Buttons.primary(getTranslation("directory.offer.save", app.name()), () -> {
                    var outcome = offers.decide(
                            signedIn.actor(),
                            new Offers.Key(packageId, app.platform(), app.store(), app.name()),
                            now.form().offer());
                    Toast.done(getTranslation("directory.offer." + outcome.name()));
                    again();
                }));
    }

    private Card facts(ShelfApp app) {
        var facts = new FactsList()
                .fact(getTranslation("directory.field.package"), app.packageId())
                .fact(getTranslation("directory.field.version"), app.versionText())
                .fact(getTranslation("directory.field.version-number"), text(app.versionNumber()))
                .fact(getTranslation("directory.field.size"), text(app.size()))
                .fact(
                        getTranslation("directory.field.store"),
                        getTranslation("directory.store." + app.store().name()))
                .fact(getTranslation("directory.field.store-id"), app.storeId())
                .fact(getTranslation("directory.field.image-url"), app.imageUrl())
                .fact(getTranslation("directory.field.description"), app.description())
                .fact(getTranslation("directory.number"), app.id().toString());
        return new Card(getTranslation("directory.facts")).with(facts);
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
