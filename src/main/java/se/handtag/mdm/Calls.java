package se.handtag.mdm;

import feign.InvocationHandlerFactory;
import feign.RequestLine;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out each call of an interface: under guard, within its time, and with nothing but this room's errors. */
final class Calls implements InvocationHandlerFactory {
    private final Guard guard;
    private final Duration callTimeout;
    private final Duration streamTimeout;
    private final ScheduledExecutorService timer;

    Calls(Guard guard, MdmSettings settings, ScheduledExecutorService timer) {
        this.guard = guard;
        this.callTimeout = settings.callTimeout();
        this.streamTimeout = settings.streamTimeout();
        this.timer = timer;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
        return (proxy, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            if (method.getDeclaringClass() == Object.class) {
                return ofAnyObject(method.getName(), proxy, target, given);
            }
            MethodHandler handler = Objects.requireNonNull(dispatch.get(method));
            Operation operation = method.getAnnotation(Operation.class);
            return operation == null ? handler.invoke(given) : call(operation.value(), method, handler, given);
        };
    }

    @SuppressWarnings({"rawtypes", "ReferenceEquality"}) // an area equals itself alone
    private static Object ofAnyObject(String method, Object proxy, Target target, Object[] given) {
        return switch (method) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target.type().getSimpleName();
        };
    }

    private @Nullable Object call(String operation, Method method, MethodHandler handler, Object[] given)
            throws Throwable {
        Attempt attempt = new Attempt(
                operation,
                method.getAnnotation(RequestLine.class).value(),
                ids(given),
                method.isAnnotationPresent(Writes.class));
        Duration limit = method.getReturnType() == Stream.class ? streamTimeout : callTimeout;
        return guard.call(attempt, () -> once(attempt, limit, handler, given));
    }

    private @Nullable Object once(Attempt attempt, Duration limit, MethodHandler handler, Object[] given) {
        Exchange exchange = new Exchange(attempt, guard.enter(attempt), limit, timer);
        try {
            Object result = ScopedValue.where(Exchange.CURRENT, exchange).call(() -> handler.invoke(given));
            if (!(result instanceof Stream)) {
                exchange.end(null);
            }
            return result;
        } catch (Error error) {
            exchange.end(null);
            throw error;
        } catch (Throwable thrown) {
            MdmException failure = Failures.of(thrown, exchange);
            exchange.end(failure);
            throw failure;
        }
    }

    /** What may stand in a log; names, addresses and texts may not. */
    private static @Nullable String ids(Object[] given) {
        String ids = Arrays.stream(given)
                .filter(Calls::isLoggable)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? null : ids;
    }

    private static boolean isLoggable(Object argument) {
        return switch (argument) {
            case DeviceId _, UserId _, GroupId _, TagId _, AppId _, DeviceTagId _, UserTagId _ -> true;
            case DeviceChange _, NewDeviceTag _, NewUserTag _, DeviceCommand.InstallApp _ -> true;
            default -> false;
        };
    }
}
