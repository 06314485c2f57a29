package se.handtag.ui.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A date, with names of months and days in the person's language and the week beginning on Monday. */
public final class DateField extends DatePicker {
    /** An empty field. */
    public DateField(String label) {
        super(label);
        var locale = getLocale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setFirstDayOfWeek(1)
                .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yy-MM-dd", "d.M.yyyy", "d/M/yyyy")
                .setMonthNames(names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(names(fromSunday(), day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdaysShort(names(fromSunday(), day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)))
                .setToday(getTranslation("kit.date.today"))
                .setCancel(getTranslation("kit.cancel"))
                .setBadInputErrorMessage(getTranslation("kit.date.bad")));
        setPlaceholder(getTranslation("kit.date.pattern"));
    }

    private static DayOfWeek[] fromSunday() {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .toArray(DayOfWeek[]::new);
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Stream.of(values).map(name).toList();
    }
}
