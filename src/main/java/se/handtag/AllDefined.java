package se.handtag;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Says that all parts are known, once whoever changes them in an order has done so. Spring says so itself only when its web
 * server stands, for which it makes half of the parts and looks each time through all for those of a kind; then it remembers.
 */
@Component
final class AllDefined implements BeanFactoryPostProcessor, Ordered {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory parts) {
        if (!PartsBeingChosen.here()) {
            parts.freezeConfiguration();
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
