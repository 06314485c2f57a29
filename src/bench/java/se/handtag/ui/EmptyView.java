package se.handtag.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A page with nothing on it, for whoever is signed in; here, as views are looked for in this room alone. */
@Route("empty")
@PermitAll
public class EmptyView extends Div {}
