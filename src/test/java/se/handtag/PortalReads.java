package se.handtag;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import se.handtag.mdm.Apps;
import se.handtag.mdm.DeviceCommands;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Groups;
import se.handtag.mdm.Operation;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;

/** Listens to what the portal asks the real client of the MDM, and changes nothing about it but when it answers. */
public final class PortalReads implements BeanPostProcessor {
    private static final List<Class<?>> AREAS =
            List.of(Devices.class, Users.class, DeviceTags.class, UserTags.class, Tags.class, Groups.class);

    private static final List<Class<?>> ALSO_WRITTEN_TO = List.of(Apps.class, DeviceCommands.class);

    private final Set<String> operations = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);

    /** What was asked since the start or the last {@link #forget}, oldest first, such as {@code Devices.get[…]}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The rows of the contract, such as {@code G1}, that were used since the start or the last {@link #forget}. */
    public Set<String> operations() {
        return Set.copyOf(operations);
    }

    /** From now on the MDM answers nothing, until {@link #release}. */
    public void hold() {
        answers = new CountDownLatch(1);
    }

    /** The MDM answers what it was asked meanwhile. */
    public void release() {
        answers.countDown();
    }

    /** How often it has answered, for good or ill. */
    public int answered() {
        return answered.get();
    }

    public void forget() {
        asked.clear();
        operations.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        for (Class<?> area :
                Stream.concat(AREAS.stream(), ALSO_WRITTEN_TO.stream()).toList()) {
            if (area.isInstance(bean)) {
                return Proxy.newProxyInstance(
                        area.getClassLoader(), new Class<?>[] {area}, (proxy, method, arguments) -> {
                            if (method.isDefault()) {
                                return InvocationHandler.invokeDefault(proxy, method, arguments);
                            }
                            if (method.isAnnotationPresent(Operation.class)) {
                                operations.add(
                                        method.getAnnotation(Operation.class).value());
                            }
                            if (AREAS.contains(area)) {
                                asked.add(area.getSimpleName() + "." + method.getName() + Arrays.toString(arguments));
                            }
                            answers.await(1, TimeUnit.MINUTES);
                            try {
                                return method.invoke(bean, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            } finally {
                                answered.incrementAndGet();
                            }
                        });
            }
        }
        return bean;
    }
}
