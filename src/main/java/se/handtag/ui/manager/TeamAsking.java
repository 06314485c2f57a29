package se.handtag.ui.manager;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.MdmException;
import se.handtag.requests.Asked;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Notice;

/** Asks for an app on a team member's device. */
final class TeamAsking {
    private static final Logger LOG = LoggerFactory.getLogger(TeamAsking.class);

    private final TeamDesk desk;
    private final MdmUser member;
    private final FleetDevice device;
    private final Consumer<Notice> told;
    private final ComboBox<CatalogueApp> app = new ComboBox<>();

    TeamAsking(TeamDesk desk, MdmUser member, FleetDevice device, Consumer<Notice> told) {
        this.desk = desk;
        this.member = member;
        this.device = device;
        this.told = told;
        app.setLabel(t("manager.team.app"));
        app.setItems(desk.appsFor(device));
        app.setItemLabelGenerator(CatalogueApp::name);
        app.setErrorMessage(t("manager.team.app.missing"));
        app.setManualValidation(true);
        app.setWidthFull();
    }

    void open() {
        Confirmation.ask(t("manager.team.question", member.name(), device.title()))
                .happens(t("manager.team.happens", member.name()))
                .with(app)
                .reason(t("manager.team.reason"), true)
                .onlyWhen(() -> {
                    app.setInvalid(app.isEmpty());
                    return !app.isEmpty();
                })
                .primary(t("manager.team.yes", device.label()), reason -> told.accept(ask(reason)))
                .open();
    }

    private Notice ask(String reason) {
        try {
            return switch (desk.ask(member, device, app.getValue(), reason)) {
                case Asked.OnItsWay _ -> Notice.done(t("manager.team.sent"), t("manager.team.seen", member.name()));
                case Asked.Waiting _ -> Notice.done(t("manager.team.waits"), t("manager.team.seen", member.name()));
                case Asked.AskedAlready _ -> Notice.info(t("manager.team.already"), t("manager.team.already.text"));
                case Asked.Denied denied ->
                    Notice.warn(
                            t("manager.team.denied"),
                            denied.decision().reasons().stream()
                                    .map(why ->
                                            why.explanation().in(UI.getCurrent().getLocale()))
                                    .distinct()
                                    .collect(Collectors.joining(" ")));
                case Asked.TooMany _ -> Notice.warn(t("employee.asked.too-many"), t("employee.asked.too-many.text"));
                case Asked.ReasonMissing _, Asked.SignInFirst _, Asked.NoSuchDevice _ ->
                    Notice.warn(t("manager.team.denied"), t("manager.team.failed.text"));
            };
        } catch (MdmException | NestedRuntimeException away) {
            LOG.warn("Nothing was asked for: {}", away.toString());
            return Notice.error(t("manager.team.failed"), t("manager.team.failed.text"));
        }
    }

    private static String t(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
