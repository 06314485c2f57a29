package se.handtag.commands;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import se.handtag.HandtagApplication;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/**
 * The portal in a process of its own, which asks for a lock and a message as a person of IT would, and ends without a word
 * where it is told to. Arguments: the point or NONE, how many rounds, and a word that every message begins with. Prints a
 * line for each command that was promised to be sent.
 */
public final class HaltingNode {
    static final int HALTED = 86;

    /** Whom it asks for, one after the other. */
    static final List<DeviceId> DEVICES = List.of(
            DeviceId.of("19eefc94-c6ca-4215-9ac4-c366a4136e1a"),
            DeviceId.of("12c78889-1942-466c-99e8-053f7718c3b3"),
            DeviceId.of("c47af6fd-985c-41df-a54a-d99534fc6853"),
            DeviceId.of("035421aa-fbe7-480c-b46f-90aac4169f88"));

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private HaltingNode() {}

    @SpringBootTest(classes = HandtagApplication.class)
    @Import({Points.class, SamplePeople.class})
    static class Portal {}

    /** Watches the places where it may end. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Points {
        @Bean
        static BeanPostProcessor halting() {
            String name = System.getProperty("handtag.halt", "NONE");
            HaltPoint point = name.equals("NONE") ? null : HaltPoint.valueOf(name);
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String beanName) {
                    return point == null || HaltPoint.TYPES.stream().noneMatch(type -> type.isInstance(bean))
                            ? bean
                            : watched(bean, point);
                }
            };
        }

        private static Object watched(Object bean, HaltPoint point) {
            var proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(true);
            proxy.addAdvice((org.aopalliance.intercept.MethodInterceptor) call -> {
                haltAt(point.isReached(call, true));
                Object result = call.proceed();
                haltAt(point.isReached(call, false));
                return result;
            });
            return proxy.getProxy();
        }

        private static void haltAt(boolean reached) {
            if (reached && Boolean.getBoolean("handtag.halt.armed")) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }

    /** Runs the rounds, then waits until everything in the queue has been tried. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        String word = arguments[1];
        ApplicationContext portal = new TestContextManager(Portal.class)
                .getTestContext()
                .getApplicationContext();
        System.out.println("ready");
        JdbcClient database = portal.getBean(JdbcClient.class);
        untilQuiet(database);
        System.setProperty("handtag.halt.armed", "true");
        for (int round = 0; round < rounds; round++) {
            DeviceId device = DEVICES.get(round % DEVICES.size());
            ask(portal, device, new Action.Lock());
            ask(portal, device, new Action.Message(word + "-" + round));
        }
        untilQuiet(database);
        System.out.println("quiet");
        System.exit(0);
    }

    private static void ask(ApplicationContext portal, DeviceId device, Action action) {
        var actor = portal.getBean(SamplePeople.class).actor("sara");
        Asked asked = portal.getBean(Requests.class).ask(actor, device, action, "because");
        if (asked instanceof Asked.OnItsWay onItsWay) {
            System.out.println("promised " + onItsWay.request());
        } else {
            System.out.println("refused " + asked);
        }
    }

    private static void untilQuiet(JdbcClient database) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (waiting(database) == 0) {
                return;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        System.out.println("restless");
        System.exit(1);
    }

    private static int waiting(JdbcClient database) {
        @Nullable Integer waiting = database.sql(
                        "select count(*) from commands.command where state in ('DUE', 'SENDING', 'HELD')")
                .query(Integer.class)
                .single();
        return Objects.requireNonNull(waiting);
    }
}
