package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A drawing of a kind of device, 64 × 64, in the text's own colour; decorative, since the model stands beside it. */
public enum DevicePicture {
    IPHONE(
            "<rect x='18' y='4' width='28' height='56' rx='7'/><rect class='screen' x='21' y='7' width='22' height='50' rx='4.5'/><rect class='solid' x='27.5' y='9.5' width='9' height='3' rx='1.5'/><path d='M28 54h8M17 18v4M17 25v5M47 20v7'/>"),
    IPAD(
            "<rect x='10' y='4' width='44' height='56' rx='6'/><rect class='screen' x='14' y='8' width='36' height='48' rx='3'/><path d='M28 53h8'/><path d='M32 6.1h.01' stroke-width='1.6'/>"),
    ANDROID_PHONE(
            "<rect x='18' y='4' width='28' height='56' rx='5'/><rect class='screen' x='20.5' y='6.5' width='23' height='51' rx='3'/><circle class='solid' cx='32' cy='10.5' r='1.6'/><path d='M29 54h6M47 17v9'/>"),
    ANDROID_TABLET(
            "<rect x='4' y='13' width='56' height='38' rx='5'/><rect class='screen' x='8' y='17' width='48' height='30' rx='2.5'/><circle class='solid' cx='32' cy='15' r='.9'/><path d='M28 44h8M46 12h6'/>"),
    MAC(
            "<path d='M14 11.5A3.5 3.5 0 0 1 17.5 8h29a3.5 3.5 0 0 1 3.5 3.5V44H14z'/><path class='screen' d='M17 12.5a1.5 1.5 0 0 1 1.5-1.5h27a1.5 1.5 0 0 1 1.5 1.5V41H17z'/><path class='solid' d='M28.5 11h7v1.5a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1z'/><path d='M5 46h54v1.5a4.5 4.5 0 0 1-4.5 4.5h-45A4.5 4.5 0 0 1 5 47.5zM26.5 46.5c0 1.2.8 2 2 2h7c1.2 0 2-.8 2-2'/>"),
    APPLE_TV(
            "<rect x='5' y='26' width='36' height='24' rx='6'/><path class='screen' d='M8 36h30v8a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4z'/><path d='M5.5 34.5h35M20.5 42.5h5'/><rect x='47' y='14' width='12' height='36' rx='5'/><circle cx='53' cy='21.5' r='3'/><path d='M53 31h.01M53 36h.01M53 41h.01' stroke-width='2.6'/>"),
    UNKNOWN(
            "<rect x='16' y='5' width='32' height='54' rx='7' stroke-dasharray='5 4.5'/><path d='M27 26.5a5 5 0 1 1 7.3 4.4c-1.5.8-2.3 1.8-2.3 3.6v1'/><path d='M32 42h.01' stroke-width='3.2'/>");

    private final String svg;

    DevicePicture(String shapes) {
        this.svg = "<svg viewBox='0 0 64 64' fill='none' stroke='currentColor' stroke-width='2' stroke-linecap='round'"
                + " stroke-linejoin='round' aria-hidden='true' focusable='false'>" + shapes + "</svg>";
    }

    /**
     * The picture that fits best.
     *
     * @param platform as the MDM numbers it: 0 iOS, 1 Android, 2 macOS, 3 tvOS; anything else is unknown
     * @param model the maker's name of the model, null when not known
     */
    public static DevicePicture of(int platform, @Nullable String model) {
        var name = model == null ? "" : model.toLowerCase(Locale.ROOT);
        return switch (platform) {
            case 0 -> name.contains("ipad") ? IPAD : IPHONE;
            case 1 -> name.contains("tab") || name.contains("pad") ? ANDROID_TABLET : ANDROID_PHONE;
            case 2 -> MAC;
            case 3 -> APPLE_TV;
            default -> UNKNOWN;
        };
    }

    /** The drawing as markup, for pages that are written on the server. */
    public String svg() {
        return svg;
    }

    /** A new picture in its tinted frame, hidden from screen readers. */
    public Span picture() {
        return Svg.picture(svg, "device-picture");
    }
}
