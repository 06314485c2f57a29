package se.handtag.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;
import se.handtag.OneReading;

/**
 * Header, navigation, the view, and the footer. Views stand in it by {@code @Route(value = "…", layout = MainLayout.class)}; what
 * they show comes into the page's one {@code main}, below each other.
 */
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Main main = new Main();
    private final MainNavigation navigation;
    private final AccountMenu account;
    private boolean arrived;

    MainLayout(ObjectProvider<NavigationItem> items, ObjectProvider<ShellPerson> persons, ShellSettings settings) {
        addClassName("shell");
        navigation = new MainNavigation(items.stream().toList());
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        var brand = new Brand(settings);
        var name = new Span(brand.name());
        name.addClassName("wordmark");
        var home = new HomeLink(Logo.picture(brand), name);
        account = new AccountMenu(persons.getIfAvailable());
        var header = new Header(home, navigation, account);
        persons.ifAvailable(person -> person.reads(getLocale()));
        header.addClassName("top");
        var skip = new NativeButton(getTranslation("shell.skip"));
        skip.getElement().addEventListener("click", _ -> main.getElement().callJsFunction("focus"));
        skip.addClassName("skip");
        add(skip, header, navigation.administration(), main, new SiteFooter(settings));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI()
                .getPage()
                .executeJs("document.documentElement.lang = $0", getLocale().toLanguageTag());
        // Once the page is there and quiet: what is kept for when there is no connection is no part of its first load.
        event.getUI().getPage().executeJs("""
                if (navigator.serviceWorker && !window.handtagOffline) {
                  window.handtagOffline = setTimeout(async () => {
                    await navigator.serviceWorker.register('offline-worker.js');
                    (await caches.open('handtag-offline')).add('offline');
                  }, 5000);
                }""");
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.at(event.getLocation().getPath());
        refreshNavigation();
        if (arrived) {
            // Going back leads to where one was on the page; everything else begins at its top.
            if (event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY) {
                main.getElement().executeJs("window.scrollTo(0, 0)");
            }
            // A browser says where one has come when it loads a page; within the portal that is for us to do.
            main.getElement().executeJs("""
                    document.querySelectorAll('[popover]:popover-open').forEach(open => open.hidePopover());
                    (this.querySelector('h1[tabindex]') ?? this).focus({preventScroll: true});
                    """);
        }
        arrived = true;
    }

    /** Asks every navigation item again whether it is visible and how much waits there; call on the UI's own thread. */
    public void refreshNavigation() {
        OneReading.of(() -> {
            navigation.refresh();
            account.show(navigation.account());
        });
    }
}
