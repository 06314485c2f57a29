package se.handtag.ui.recovery;

import org.jspecify.annotations.Nullable;

/**
 * A device on the page.
 *
 * @param id as it stands in addresses
 * @param picture markup of our own drawing, never text from outside
 * @param tone the chip's class
 * @param chip one line on its contact or its report
 * @param lost whether it is reported lost
 * @param locks whether the rules let it be locked
 */
record DeviceCard(
        String id,
        String title,
        @Nullable String model,
        String ending,
        String picture,
        String tone,
        String chip,
        boolean lost,
        boolean locks) {

    /** The same under another address. */
    DeviceCard at(String address) {
        return new DeviceCard(address, title, model, ending, picture, tone, chip, lost, locks);
    }
}
