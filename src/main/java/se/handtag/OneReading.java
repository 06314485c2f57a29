package se.handtag;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * While one page is read, what the database was asked before is not asked again: a page of ten devices would ask ten times which
 * rules count, and get them from two versions at worst. Whatever is pressed on the page later is asked anew, and so is whatever is asked
 * within a transaction: nothing is decided on from what was told before. So nothing may be decided while a page is read.
 */
public final class OneReading {
    private static final ScopedValue<Map<Object, Object>> TOLD = ScopedValue.newInstance();

    private OneReading() {}

    /** Reads a page on this thread. */
    public static void of(Runnable page) {
        ScopedValue.where(TOLD, new HashMap<>()).run(page);
    }

    /**
     * The answer to that question, asked once for a page; outside of a reading asked each time.
     *
     * @param question equal to the same question alone
     * @param asked gives an answer of the same type each time, which nobody changes
     */
    @SuppressWarnings("unchecked") // Each question has answers of one type.
    public static <T> T told(Object question, Supplier<T> asked) {
        if (!isOn()) {
            return asked.get();
        }
        Map<Object, Object> told = TOLD.get();
        Object known = told.get(question);
        if (known == null) {
            known = asked.get();
            told.put(question, known);
        }
        return (T) known;
    }

    /** Something else that was asked told this, too; what the page was told of it before stays. @param answer of the type that the question has answers of */
    public static void alsoTold(Object question, Object answer) {
        if (isOn()) {
            TOLD.get().putIfAbsent(question, answer);
        }
    }

    private static boolean isOn() {
        return TOLD.isBound() && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** What was told of that is no longer so. */
    public static void changed(Object question) {
        if (TOLD.isBound()) {
            TOLD.get().remove(question);
        }
    }
}
