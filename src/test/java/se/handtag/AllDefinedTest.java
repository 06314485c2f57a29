package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/** When no part changes any more. */
class AllDefinedTest {
    /** As Spring Boot has it for what waits for the migrations. */
    private static final class Ordering implements BeanFactoryPostProcessor, Ordered {
        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory parts) {
            parts.getBeanDefinition("asking").setDependsOn("migrations");
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    @Test
    void all_parts_are_known_before_the_web_server_is_made_and_what_waits_for_another_still_does() {
        var known = new ArrayList<Boolean>();
        var portal = new GenericApplicationContext() {
            @Override
            protected void onRefresh() {
                known.add(getDefaultListableBeanFactory().isConfigurationFrozen());
            }
        };
        portal.registerBean(AllDefined.class);
        portal.registerBean(PartsChosen.class);
        portal.registerBean(Ordering.class);
        portal.registerBean("migrations", Object.class, Object::new);
        portal.registerBean("asking", Object.class, Object::new);
        try (portal) {
            portal.refresh();
            assertThat(known).containsExactly(true);
            assertThat(portal.getBeanFactory().getMergedBeanDefinition("asking").getDependsOn())
                    .containsExactly("migrations");
        }
    }
}
