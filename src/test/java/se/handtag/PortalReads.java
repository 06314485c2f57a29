package se.handtag;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Groups;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;

/** Listens to what the portal asks the real client of the MDM, and changes nothing about it. */
public final class PortalReads implements BeanPostProcessor {
    private static final List<Class<?>> AREAS =
            List.of(Devices.class, Users.class, DeviceTags.class, UserTags.class, Tags.class, Groups.class);

    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** What was asked since the start or the last {@link #forget}, oldest first, such as {@code Devices.get[…]}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        for (Class<?> area : AREAS) {
            if (area.isInstance(bean)) {
                return Proxy.newProxyInstance(area.getClassLoader(), new Class<?>[] {area}, (_, method, arguments) -> {
                    asked.add(area.getSimpleName() + "." + method.getName() + Arrays.toString(arguments));
                    try {
                        return method.invoke(bean, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
            }
        }
        return bean;
    }
}
