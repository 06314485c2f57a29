package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A keyboard, in the hands of somebody who uses nothing else. */
final class Keys {
    static final int MOST_STOPS = 90;

    /** What has the focus, through the shadows of components. */
    private static final String FOCUSED = """
            (() => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              return focused;
            })()""";

    private Keys() {}

    /** As somebody would: on and on until it has the focus, which is seen at each stop. */
    static void tabTo(Page page, String name) {
        press("Tab", page, name);
    }

    /** The other way round. */
    static void tabBackTo(Page page, String name) {
        press("Shift+Tab", page, name);
    }

    private static void press(String key, Page page, String name) {
        StringBuilder stops = new StringBuilder();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            String focused = focused(page);
            if (focused.startsWith(name)) {
                assertThat((Boolean) page.evaluate("seen => { const focused = " + FOCUSED + """
                                ;
                                const box = focused.getBoundingClientRect();
                                const ring = each => [null, '::before', '::after'].some(drawn => {
                                  const style = getComputedStyle(each, drawn);
                                  return (!drawn || style.content !== 'none')
                                    && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                                      || style.boxShadow !== 'none'); });
                                let host = focused;
                                let ringed = false;
                                for (let i = 0; host && i < 4 && !ringed; i++) {
                                  ringed = ring(host) || [...(host.shadowRoot?.querySelectorAll('[part]') ?? [])].some(ring);
                                  host = host.parentElement ?? host.getRootNode().host;
                                }
                                return ringed && box.bottom > 0 && box.top < innerHeight;
                              }"""))
                        .as("the focus is seen on " + name)
                        .isTrue();
                return;
            }
            stops.append(focused).append(" › ");
            page.keyboard().press(key);
        }
        throw new AssertionError(name + " is not reached by " + key + ": " + stops);
    }

    static String focused(Page page) {
        return String.valueOf(page.evaluate("(() => { const focused = " + FOCUSED + """
                ;
                if (focused === document.body) return 'the page';
                const named = (focused.getAttribute('aria-labelledby') ?? '').split(' ')
                    .map(id => focused.getRootNode().getElementById?.(id)?.textContent ?? '').join(' ').trim();
                return (focused.getAttribute('aria-label') || named || focused.labels?.[0]?.textContent
                    || focused.textContent || focused.getAttribute('placeholder') || focused.tagName).trim();
              })()"""));
    }

    static void key(Page page, String key) {
        page.keyboard().press(key);
    }
}
