package se.handtag.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import se.handtag.commands.Command.CommandStepped;

/** Hangs every {@link FaultPoint} onto the real portal: onto its methods, its events, and its statements. */
@Aspect
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultPoints {
    /** On the scheduler's thread, between a command's step and the scheduler's own word about it. */
    private static final ThreadLocal<Boolean> DELIVERING = ThreadLocal.withInitial(() -> false);

    private final Cut cut;
    private final UnansweredCall unanswered;

    FaultPoints(Cut cut, UnansweredCall unanswered) {
        this.cut = cut;
        this.unanswered = unanswered;
    }

    @Around("execution(* se.handtag.commands.Delivery.next(..))")
    @Nullable
    Object task(ProceedingJoinPoint call) throws Throwable {
        cut.at(FaultPoint.TASK_BEGUN);
        DELIVERING.set(true);
        return call.proceed();
    }

    @Around("execution(* se.handtag.commands.CommandSteps.intend(..))")
    @Nullable
    Object intent(ProceedingJoinPoint call) throws Throwable {
        cut.at(FaultPoint.INTENT_DUE);
        Object intent = call.proceed();
        cut.at(FaultPoint.INTENT_COMMITTED);
        return intent;
    }

    @Around("execution(* se.handtag.commands.Wire.send(..))")
    @Nullable
    Object call(ProceedingJoinPoint call) throws Throwable {
        cut.at(FaultPoint.CALL_DUE);
        if (cut.isArmedFor(FaultPoint.CALL_SENT)) {
            unanswered.prepare();
        }
        Object answer = call.proceed();
        cut.at(FaultPoint.CALL_ANSWERED);
        return answer;
    }

    @Around("execution(* se.handtag.commands.CommandSteps.answered(..))")
    @Nullable
    Object outcome(ProceedingJoinPoint call) throws Throwable {
        Object outcome = call.proceed();
        cut.at(FaultPoint.OUTCOME_COMMITTED);
        return outcome;
    }

    @Around("execution(* se.handtag.audit.GroupCommit.run())")
    Object group(ProceedingJoinPoint call) throws Throwable {
        Object placed = call.proceed();
        if (placed instanceof Set<?> some && !some.isEmpty()) {
            cut.at(FaultPoint.GROUP_COMMITTED);
        }
        return placed;
    }

    @Around("execution(* se.handtag.audit.CheckpointStore.add(..))")
    @Nullable
    Object checkpoint(ProceedingJoinPoint call) throws Throwable {
        cut.at(FaultPoint.CHECKPOINT_OUTSIDE);
        return call.proceed();
    }

    /** Told inside the transaction, after state and record are written. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void stepped(CommandStepped step) {
        @Nullable
        FaultPoint point = switch (step.state()) {
            case DUE -> due(step.note());
            case HELD -> FaultPoint.HOLD_WRITTEN;
            case SENDING -> FaultPoint.INTENT_WRITTEN;
            case ACCEPTED -> FaultPoint.OUTCOME_WRITTEN;
            case CONTACT_SINCE -> FaultPoint.CONTACT_WRITTEN;
            case EFFECT_SEEN, NOT_VERIFIABLE -> FaultPoint.EFFECT_WRITTEN;
            case UNKNOWN -> FaultPoint.UNKNOWN_WRITTEN;
            case SETTLED_DONE, SETTLED_NOT_DONE -> FaultPoint.SETTLED_WRITTEN;
            case REFUSED, CANCELLED, CONTRADICTED -> null;
        };
        if (point != null) {
            cut.at(point);
        }
    }

    private static FaultPoint due(@Nullable String note) {
        if (note == null) {
            return FaultPoint.ORDER_WRITTEN;
        }
        return note.equals("hold-over") ? FaultPoint.HOLD_OVER_WRITTEN : FaultPoint.REPEAT_WRITTEN;
    }

    /** Statements of which neither a method nor an event tells. */
    static class Statements implements BeanPostProcessor {
        private final ObjectProvider<Cut> cut;

        Statements(ObjectProvider<Cut> cut) {
            this.cut = cut;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? new Watched(source, cut) : bean;
        }
    }

    private static final class Watched extends DelegatingDataSource {
        private final ObjectProvider<Cut> cut;

        Watched(DataSource source, ObjectProvider<Cut> cut) {
            super(source);
            this.cut = cut;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Watched.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        Object result = pass(connection, method, arguments);
                        return result instanceof PreparedStatement statement
                                        && arguments[0] instanceof String sql
                                        && isWatched(sql)
                                ? watched(statement, sql)
                                : result;
                    });
        }

        private static boolean isWatched(String sql) {
            return sql.contains("insert into audit.leaf") || isPutBack(sql) || isForgotten(sql);
        }

        private static boolean isPutBack(String sql) {
            String lower = sql.toLowerCase(Locale.ROOT);
            return lower.startsWith("update commands.scheduled_tasks set") && lower.contains("execution_time = ?");
        }

        private static boolean isForgotten(String sql) {
            return sql.startsWith("delete from commands.scheduled_tasks");
        }

        private PreparedStatement watched(PreparedStatement statement, String sql) {
            return (PreparedStatement) Proxy.newProxyInstance(
                    Watched.class.getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (_, method, arguments) -> {
                        boolean runs = method.getName().startsWith("execute");
                        if (runs && DELIVERING.get() && (isPutBack(sql) || isForgotten(sql))) {
                            DELIVERING.remove();
                            cut.getObject().at(isPutBack(sql) ? FaultPoint.TASK_PUT_BACK : FaultPoint.TASK_DONE);
                        }
                        Object result = pass(statement, method, arguments);
                        if (runs && sql.contains("audit.leaf")) {
                            cut.getObject().at(FaultPoint.GROUP_WRITTEN);
                        }
                        return result;
                    });
        }

        private static @Nullable Object pass(Object to, java.lang.reflect.Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(to, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
