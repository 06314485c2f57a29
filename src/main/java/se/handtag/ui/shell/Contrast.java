package se.handtag.ui.shell;

/** Whether a colour can be told from white. Source: WCAG 2.2, relative luminance and success criterion 1.4.3. */
final class Contrast {
    /** 4.5 to 1 on the darkest light ground that it stands on as text: a tenth of itself in white. */
    private static final double NEEDED = 5.2;

    private static final double GLARE = 0.05;
    private static final double BYTE = 255;
    private static final double DARK = 0.04045;

    private Contrast() {}

    /** @param colour {@code #rrggbb} */
    static boolean readableOnWhite(String colour) {
        double luminance = 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
        return (1 + GLARE) / (luminance + GLARE) >= NEEDED;
    }

    private static double part(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / BYTE;
        return share <= DARK ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
