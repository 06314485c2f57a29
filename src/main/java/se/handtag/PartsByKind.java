package se.handtag;

import java.util.Arrays;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Finds parts of a kind with parameters ({@code Customizer<CsrfConfigurer>}) among those of the kind itself, which Spring
 * remembers. On its own it weighs each of all parts for each such question, and Spring Security asks a hundred.
 */
final class PartsByKind extends DefaultListableBeanFactory {
    @Override
    public String[] getBeanNamesForType(ResolvableType kind, boolean prototypesToo, boolean makeWhatTells) {
        Class<?> plain = kind.resolve();
        if (plain == null || !kind.hasGenerics() || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(kind, prototypesToo, makeWhatTells);
        }
        return Arrays.stream(getBeanNamesForType(plain, prototypesToo, makeWhatTells))
                .filter(name -> isTypeMatch(name, kind, makeWhatTells || containsSingleton(name)))
                .toArray(String[]::new);
    }
}
