package se.handtag.crash;

import static java.util.Map.entry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AbstractAdvisingBeanPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.policy.Subject;

/** Hangs every {@link FaultPoint} onto the real portal: onto its methods, its events, and its statements. */
class FaultPoints {
    /** On the scheduler's thread, between a command's step and the scheduler's own word about it. */
    private static final ThreadLocal<Boolean> DELIVERING = ThreadLocal.withInitial(() -> false);

    private final Cut cut;
    private final String mdm;

    FaultPoints(Cut cut, @Value("${handtag.mdm.url}") String mdm) {
        this.cut = cut;
        this.mdm = mdm;
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

    private static @Nullable FaultPoint due(@Nullable String note) {
        return switch (note) {
            case null -> FaultPoint.ORDER_WRITTEN;
            case "hold-over" -> FaultPoint.HOLD_OVER_WRITTEN;
            case "cut-off", "sent-again", "mdm-slow" -> FaultPoint.REPEAT_WRITTEN;
            default -> null;
        };
    }

    private @Nullable Object task(MethodInvocation call) throws Throwable {
        cut.at(FaultPoint.TASK_BEGUN);
        DELIVERING.set(true);
        return call.proceed();
    }

    private @Nullable Object intent(MethodInvocation call) throws Throwable {
        cut.at(FaultPoint.INTENT_DUE);
        Object intent = call.proceed();
        cut.at(FaultPoint.INTENT_COMMITTED);
        return intent;
    }

    private @Nullable Object send(MethodInvocation call) throws Throwable {
        cut.at(FaultPoint.CALL_DUE);
        if (cut.isOpen(FaultPoint.CALL_SENT) && call.getArguments()[0] instanceof Subject.OfDevice(var device)) {
            answerLate(device.id().toString());
        }
        Object answer = call.proceed();
        cut.at(FaultPoint.CALL_ANSWERED);
        return answer;
    }

    /** The MDM keeps its answer to the next call about the device to itself for a while, which is cut off meanwhile. */
    private void answerLate(String device) {
        var witness = new Witness(mdm);
        witness.readOn();
        witness.answersLate(device);
        Thread.ofPlatform().daemon().start(() -> {
            while (cut.isOpen(FaultPoint.CALL_SENT)) {
                if (witness.readOn().stream()
                        .anyMatch(call -> call.taken() && call.request().contains(device))) {
                    cut.at(FaultPoint.CALL_SENT);
                }
            }
        });
    }

    private @Nullable Object outcome(MethodInvocation call) throws Throwable {
        Object outcome = call.proceed();
        cut.at(FaultPoint.OUTCOME_COMMITTED);
        return outcome;
    }

    private @Nullable Object group(MethodInvocation call) throws Throwable {
        Object placed = call.proceed();
        if (placed instanceof Collection<?> some && !some.isEmpty()) {
            cut.at(FaultPoint.GROUP_COMMITTED);
        }
        return placed;
    }

    private @Nullable Object checkpoint(MethodInvocation call) throws Throwable {
        cut.at(FaultPoint.CHECKPOINT_OUTSIDE);
        return call.proceed();
    }

    /** What stands around a method. */
    private interface Around {
        @Nullable
        Object run(FaultPoints points, MethodInvocation call) throws Throwable;
    }

    /** The methods, by name, since other rooms keep theirs to themselves. */
    static final class Methods extends AbstractAdvisingBeanPostProcessor {
        private static final Map<String, Around> WATCHED = Map.ofEntries(
                entry("se.handtag.commands.Delivery.next", FaultPoints::task),
                entry("se.handtag.commands.CommandSteps.intend", FaultPoints::intent),
                entry("se.handtag.commands.CommandSteps.answered", FaultPoints::outcome),
                entry("se.handtag.commands.Wire.send", FaultPoints::send),
                entry("se.handtag.audit.GroupCommit.run", FaultPoints::group),
                entry("se.handtag.audit.CheckpointStore.add", FaultPoints::checkpoint));

        Methods(ObjectProvider<FaultPoints> points) {
            setProxyTargetClass(true);
            setBeforeExistingAdvisors(true);
            var where = new StaticMethodMatcherPointcut() {
                @Override
                public boolean matches(Method method, Class<?> type) {
                    return WATCHED.containsKey(name(method));
                }
            };
            where.setClassFilter(type -> WATCHED.keySet().stream()
                    .anyMatch(method ->
                            method.substring(0, method.lastIndexOf('.')).equals(type.getName())));
            advisor = new DefaultPointcutAdvisor(where, (MethodInterceptor) call ->
                    Objects.requireNonNull(WATCHED.get(name(call.getMethod()))).run(points.getObject(), call));
        }

        private static String name(Method method) {
            return method.getDeclaringClass().getName() + "." + method.getName();
        }
    }

    /** Statements of which neither a method nor an event tells. */
    static final class Statements implements BeanPostProcessor {
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

        private static @Nullable Object pass(Object to, Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(to, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
