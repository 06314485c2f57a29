package se.handtag.ui.administration;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.commands.Commands;
import se.handtag.commands.Holds;
import se.handtag.commands.StopSwitch;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem;
import se.handtag.ui.words.OwnPlaces;

/** The places of administration, each visible to the roles that may go there. */
@Configuration(proxyBeanMethods = false)
class AdministrationNavigation {
    @Bean
    static NavigationItem lostNow(SignedIn signedIn, LostReports reports) {
        return place(
                LostNowView.class,
                "administration.lost.title",
                Glyph.LOST,
                120,
                is(signedIn, Role.IT, Role.HELP_DESK),
                () -> reports.open().size());
    }

    @Bean
    static NavigationItem help(SignedIn signedIn) {
        return place(
                HelpView.class,
                "lost.help.title",
                Glyph.PHONE_CALL,
                115,
                is(signedIn, Role.IT, Role.HELP_DESK),
                () -> 0);
    }

    @Bean
    static NavigationItem links(SignedIn signedIn) {
        return place(LinksView.class, "lost.links.title", Glyph.LOST, 180, is(signedIn, Role.IT), () -> 0);
    }

    @Bean
    static NavigationItem unknown(SignedIn signedIn, Commands commands) {
        return place(
                UnknownOutcomesView.class,
                "administration.unknown.title",
                Glyph.WARNING,
                130,
                is(signedIn, Role.IT),
                () -> commands.unknown().size());
    }

    @Bean
    static NavigationItem held(SignedIn signedIn, Holds holds) {
        return place(
                HeldView.class,
                "administration.held.title",
                Glyph.CLOCK,
                132,
                is(signedIn, Role.IT),
                holds::countWaiting);
    }

    @Bean
    static NavigationItem stop(SignedIn signedIn, StopSwitch stop) {
        return place(
                StopView.class,
                "administration.stop.title",
                Glyph.NO,
                134,
                is(signedIn, Role.IT),
                () -> stop.now().isPresent() ? 1 : 0);
    }

    @Bean
    static NavigationItem audit(SignedIn signedIn) {
        return place(
                AuditView.class, "administration.audit.title", Glyph.AUDIT, 140, is(signedIn, Role.AUDITOR), () -> 0);
    }

    @Bean
    static NavigationItem eraseNames(SignedIn signedIn) {
        return place(
                ErasureView.class, "administration.erasing.title", Glyph.PERSON, 145, is(signedIn, Role.IT), () -> 0);
    }

    @Bean
    static NavigationItem rules(SignedIn signedIn) {
        return place(RulesView.class, "administration.rules.title", Glyph.RULES, 135, is(signedIn, Role.IT), () -> 0);
    }

    @Bean
    static NavigationItem configurations(SignedIn signedIn) {
        return place(
                ConfigurationsView.class,
                "administration.configurations.title",
                Glyph.TAG,
                115,
                is(signedIn, Role.IT),
                () -> 0);
    }

    @Bean
    static NavigationItem onRecord(OwnPlaces own) {
        return NavigationItem.everyday(
                AuditReceiptsView.class, "administration.receipts.title", Glyph.AUDIT, 90, own::open);
    }

    private static NavigationItem place(
            Class<? extends Component> view,
            String name,
            Glyph glyph,
            int order,
            BooleanSupplier visible,
            IntSupplier count) {
        return NavigationItem.of(NavigationItem.Area.ADMINISTRATION, view, name, glyph, order, visible, count);
    }

    private static BooleanSupplier is(SignedIn signedIn, Role... roles) {
        return () -> signedIn.find()
                .filter(person -> Arrays.stream(roles).anyMatch(person::is))
                .isPresent();
    }
}
