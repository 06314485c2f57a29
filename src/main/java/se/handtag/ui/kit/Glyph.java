package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Span;

/**
 * The small signs on buttons, rows and navigation: 24 × 24, drawn in lines of the text's own colour.
 *
 * <p>Always decorative: the words stand beside it or in the button's accessible name.
 */
public enum Glyph {
    APP(
            "<rect x='4' y='4' width='6.5' height='6.5' rx='1.8'/><rect x='13.5' y='4' width='6.5' height='6.5' rx='1.8'/><rect x='4' y='13.5' width='6.5' height='6.5' rx='1.8'/><path d='M16.75 13.5V20M13.5 16.75H20'/>"),
    AUDIT(
            "<path d='M13.5 3.5H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9zM13.5 3.5V9H19M8.7 14.3l2.3 2.3 4.3-4.3'/>"),
    BACK("<path d='M14.5 5.5 8 12l6.5 6.5'/>"),
    CHECK("<path d='m5 12.8 4.4 4.4L19 7.6'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.2V12l3.2 2'/>"),
    CLOSE("<path d='m6 6 12 12M18 6 6 18'/>"),
    DEVICE("<rect x='6.5' y='2.8' width='11' height='18.4' rx='2.8'/><path d='M10.7 17.8h2.6'/>"),
    DOWNLOAD("<path d='M12 4v10.5m0 0 4.3-4.3M12 14.5l-4.3-4.3M4.5 17v1.5a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V17'/>"),
    FORWARD("<path d='M9.5 5.5 16 12l-6.5 6.5'/>"),
    GROUPS(
            "<rect x='9' y='3.5' width='6' height='5' rx='1.5'/><rect x='3' y='15.5' width='6' height='5' rx='1.5'/><rect x='15' y='15.5' width='6' height='5' rx='1.5'/><path d='M12 8.5V12M6 15.5V13a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v2.5'/>"),
    INBOX(
            "<path d='m4 13 2.5-7.1a2 2 0 0 1 1.9-1.4h7.2a2 2 0 0 1 1.9 1.4L20 13v4.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 13h4.6l1.5 2.6h3.8l1.5-2.6H20'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11.3v5'/><path d='M12 7.8h.01' stroke-width='2.4'/>"),
    LANGUAGE(
            "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c2.4 2.3 3.7 5.1 3.7 8.5s-1.3 6.2-3.7 8.5c-2.4-2.3-3.7-5.1-3.7-8.5S9.6 5.8 12 3.5z'/>"),
    LOCK("<rect x='4.8' y='10.5' width='14.4' height='10' rx='2.6'/><path d='M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v2'/>"),
    LOST(
            "<path d='M12 21.2s7-6 7-11.2a7 7 0 0 0-14 0c0 5.2 7 11.2 7 11.2z'/><path d='M10.1 8.7a2 2 0 1 1 2.8 1.8c-.6.3-.9.7-.9 1.3'/><path d='M12 14.1h.01' stroke-width='2.2'/>"),
    MESSAGE(
            "<path d='M6.5 4h11A2.5 2.5 0 0 1 20 6.5V14a2.5 2.5 0 0 1-2.5 2.5H11.5L7 20.3v-3.8h-.5A2.5 2.5 0 0 1 4 14V6.5A2.5 2.5 0 0 1 6.5 4zM8 8.7h8M8 12h5'/>"),
    MORE("<g stroke-width='2.8'><path d='M5.5 12h.01'/><path d='M12 12h.01'/><path d='M18.5 12h.01'/></g>"),
    NO("<circle cx='12' cy='12' r='8.5'/><path d='m6.2 6.2 11.6 11.6'/>"),
    PASSCODE(
            "<rect x='2.8' y='7' width='18.4' height='10' rx='3'/><g stroke-width='2.6'><path d='M7.5 12h.01'/><path d='M12 12h.01'/><path d='M16.5 12h.01'/></g>"),
    PEOPLE(
            "<circle cx='9' cy='8.3' r='3.6'/><path d='M2.8 19.8c.5-3.4 2.9-5.5 6.2-5.5s5.7 2.1 6.2 5.5M15.6 5a3.6 3.6 0 0 1 0 6.6M17.7 14.5c1.9.7 3.2 2.5 3.5 5.3'/>"),
    PERSON("<circle cx='12' cy='8' r='4'/><path d='M4.5 20.3c.6-3.9 3.5-6.3 7.5-6.3s6.9 2.4 7.5 6.3'/>"),
    PHONE_CALL(
            "<path d='M8.3 4H5.7A1.7 1.7 0 0 0 4 5.8C4.4 13.5 10.5 19.6 18.2 20a1.7 1.7 0 0 0 1.8-1.7v-2.6a1.5 1.5 0 0 0-1.1-1.4l-2.7-.8a1.5 1.5 0 0 0-1.6.5l-.9 1.2a12.3 12.3 0 0 1-4.9-4.9l1.2-.9a1.5 1.5 0 0 0 .5-1.6l-.8-2.7A1.5 1.5 0 0 0 8.3 4z'/>"),
    PRINTER(
            "<path d='M7 8V4h10v4M7 17H5.5a2 2 0 0 1-2-2v-4a2.5 2.5 0 0 1 2.5-2.5h12a2.5 2.5 0 0 1 2.5 2.5v4a2 2 0 0 1-2 2H17M7 14h10v6.2H7z'/>"),
    REFRESH("<path d='M19.8 12a7.8 7.8 0 1 1-2.3-5.5L20 9M20 4v5h-5'/>"),
    REMOVE("<rect x='4' y='4' width='16' height='16' rx='4.5'/><path d='M8.5 12h7'/>"),
    REQUESTS(
            "<path d='M9 6.5h11M9 12h11M9 17.5h11'/><g stroke-width='2.6'><path d='M4.5 6.5h.01'/><path d='M4.5 12h.01'/><path d='M4.5 17.5h.01'/></g>"),
    RULES(
            "<path d='M4 6.5h8M17.5 6.5H20M4 12h2.5M12 12h8M4 17.5h7M16.5 17.5H20'/><circle cx='14.7' cy='6.5' r='2.5'/><circle cx='9.2' cy='12' r='2.5'/><circle cx='13.7' cy='17.5' r='2.5'/>"),
    SEARCH("<circle cx='10.8' cy='10.8' r='6.3'/><path d='m20 20-4.7-4.7'/>"),
    SIGN_OUT("<path d='M10 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H10M15.5 8l4 4-4 4M19.5 12H10'/>"),
    TAG(
            "<path d='M4 5.6A1.6 1.6 0 0 1 5.6 4h5.9a2 2 0 0 1 1.4.6l6.7 6.7a1.9 1.9 0 0 1 0 2.6l-5.7 5.7a1.9 1.9 0 0 1-2.6 0l-6.7-6.7a2 2 0 0 1-.6-1.4z'/><path d='M8.3 8.3h.01' stroke-width='2.6'/>"),
    VEHICLE(
            "<path d='M2.8 6h11v10.5H9M5 16.5H2.8V6M13.8 9.5h3.7l3.7 3.8v3.2H19M13.8 16.5H15'/><circle cx='7' cy='17' r='2'/><circle cx='17' cy='17' r='2'/>"),
    WARNING(
            "<path d='M10.3 4.9 3 17.6A2 2 0 0 0 4.7 20.6h14.6a2 2 0 0 0 1.7-3L13.7 4.9a2 2 0 0 0-3.4 0zM12 9.5v4.3'/><path d='M12 17.2h.01' stroke-width='2.2'/>"),
    WIFI(
            "<path d='M3.5 9.3a12.6 12.6 0 0 1 17 0M6.4 12.7a8.3 8.3 0 0 1 11.2 0M9.3 16a4.1 4.1 0 0 1 5.4 0'/><path d='M12 19.2h.01' stroke-width='2.6'/>"),
    WIPE(
            "<path d='M8.7 19.8 4.2 15.3a1.9 1.9 0 0 1 0-2.7l8.3-8.3a1.9 1.9 0 0 1 2.7 0l4.5 4.5a1.9 1.9 0 0 1 0 2.7l-8.3 8.3zM20 19.8H8.7M8.7 8.1l7.2 7.2'/>");

    private final String svg;

    Glyph(String shapes) {
        this.svg =
                "<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.8' stroke-linecap='round'"
                        + " stroke-linejoin='round' aria-hidden='true' focusable='false'>" + shapes + "</svg>";
    }

    /** The drawing as markup, for pages that are written on the server. */
    public String svg() {
        return svg;
    }

    /** A new picture of this sign, hidden from screen readers. */
    public Span picture() {
        return Svg.picture(svg, "glyph");
    }
}
