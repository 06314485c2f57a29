package showcase;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;

/** Which one is gone? */
@Route(value = "gone", layout = MainLayout.class)
@AnonymousAllowed
class LostView extends Page {
    LostView() {
        super("lost");
        var colleague = new Paragraph(t("lost.colleague") + " ");
        colleague.addClassName("quiet");
        colleague.add(new Anchor("gone", t("lost.report")));
        var decision = new Div(
                new PageHeader(t("lost.question")).quiet(t("lost.text")),
                Buttons.huge(t("lock") + " Annas iPhone …K7QX", true, () -> {}),
                Buttons.huge(t("lock") + " Fältplatta 12 …02PM", false, () -> {}),
                colleague);
        decision.addClassName("decision");
        add(decision);
    }
}
