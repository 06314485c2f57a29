package se.handtag.ui.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets times on a page that stays open go on in the browser, in the server's words and by the server's clock: nothing is
 * asked or sent for it.
 */
final class PassingTime {
    /** Any number but one, which stands for all of them in the words. */
    private static final int MANY = 7;

    private PassingTime() {}

    /** Once a page. */
    static void begin(UI ui, Clock clock) {
        if (ComponentUtil.getData(ui, PassingTime.class) != null) {
            return;
        }
        ComponentUtil.setData(ui, PassingTime.class, new PassingTime());
        ui.getPage().addJsModule("context://passing-time.js");
        ui.getPage()
                .executeJs(
                        "const times = JSON.parse($0); times.ahead = $1 - Date.now(); window.handtagTimes = times;",
                        JsonMapper.shared().writeValueAsString(words()),
                        (double) clock.millis());
    }

    private static Map<String, Object> words() {
        return Map.of(
                "now",
                I18NProvider.translate("kit.time.just-now"),
                "past",
                units("kit.time.minutes-ago", "kit.time.hours-ago", "kit.time.days-ago"),
                "coming",
                units("kit.time.in-minutes", "kit.time.in-hours", "kit.time.in-days"));
    }

    private static Map<String, List<String>> units(String minutes, String hours, String days) {
        return Map.of("minutes", oneAndMany(minutes), "hours", oneAndMany(hours), "days", oneAndMany(days));
    }

    private static List<String> oneAndMany(String key) {
        return List.of(
                I18NProvider.translate(key, 1),
                I18NProvider.translate(key, MANY).replace(Integer.toString(MANY), "{0}"));
    }
}
