package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** Parts of a kind with parameters are the ones that Spring itself would find. */
class PartsByKindTest {
    @FunctionalInterface
    private interface Reader<T> {
        T read();
    }

    static final class Words implements Reader<String> {
        @Override
        public String read() {
            return "word";
        }
    }

    static final class Numbers implements Reader<Integer> {
        @Override
        public Integer read() {
            return 1;
        }
    }

    static final class MadeWords implements FactoryBean<Words> {
        @Override
        public Words getObject() {
            return new Words();
        }

        @Override
        public Class<Words> getObjectType() {
            return Words.class;
        }
    }

    private static <F extends DefaultListableBeanFactory> F filled(F parts) {
        parts.registerBeanDefinition("words", new RootBeanDefinition(Words.class));
        parts.registerBeanDefinition("numbers", new RootBeanDefinition(Numbers.class));
        parts.registerBeanDefinition("made", new RootBeanDefinition(MadeWords.class));
        var prototype = new RootBeanDefinition(Words.class);
        prototype.setScope("prototype");
        parts.registerBeanDefinition("each", prototype);
        parts.registerSingleton("there", new Words());
        parts.freezeConfiguration();
        return parts;
    }

    private static List<String> found(
            DefaultListableBeanFactory parts, Class<?> of, boolean prototypes, boolean eager) {
        return List.of(
                parts.getBeanNamesForType(ResolvableType.forClassWithGenerics(Reader.class, of), prototypes, eager));
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, Integer.class, Long.class, Object.class})
    void the_same_are_found_in_the_same_order(Class<?> of) {
        var own = filled(new PartsByKind());
        var springs = filled(new DefaultListableBeanFactory());
        for (boolean prototypes : List.of(true, false)) {
            for (boolean eager : List.of(true, false)) {
                assertThat(found(own, of, prototypes, eager)).isEqualTo(found(springs, of, prototypes, eager));
            }
        }
    }

    @Test
    void one_of_another_parameter_is_not_among_them() {
        var own = filled(new PartsByKind());
        assertThat(found(own, String.class, true, true)).containsExactlyInAnyOrder("words", "made", "each", "there");
        assertThat(found(own, String.class, false, true)).containsExactlyInAnyOrder("words", "made", "there");
        assertThat(found(own, Integer.class, true, true)).containsExactly("numbers");
    }

    @Test
    void a_part_that_comes_once_somebody_has_asked_is_found() {
        var own = filled(new PartsByKind());
        assertThat(found(own, Integer.class, true, true)).containsExactly("numbers");
        own.registerSingleton("later", new Numbers());
        own.registerBeanDefinition("latest", new RootBeanDefinition(Numbers.class));
        assertThat(found(own, Integer.class, true, true)).containsExactly("numbers", "latest", "later");
    }

    @Test
    void a_part_is_known_by_the_kind_that_was_written_down_for_it() {
        var own = new PartsByKind();
        var written = new RootBeanDefinition();
        written.setTargetType(ResolvableType.forClassWithGenerics(Reader.class, String.class));
        written.setInstanceSupplier(() -> (Reader<String>) () -> "made by what has no kind itself");
        own.registerBeanDefinition("written", written);
        own.freezeConfiguration();
        assertThat(found(own, String.class, true, true)).containsExactly("written");
        assertThat(found(own, Integer.class, true, true)).isEmpty();
    }
}
