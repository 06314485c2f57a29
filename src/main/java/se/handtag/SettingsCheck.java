package se.handtag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Reads the settings of all rooms before the first part of any is made, and refuses the start with everything that is wrong in
 * them. Without it the first room that is made would tell of its own alone. So early there are no message files: each
 * constraint says in its own words what must be.
 */
@Component
final class SettingsCheck implements BeanFactoryPostProcessor {
    /** Records of settings are named by Spring Boot after their prefix and type. */
    private static final Predicate<String> OURS =
            Pattern.compile("^handtag[.-]").asPredicate();

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (PartsBeingChosen.here()) {
            // Where the image's parts are chosen, nothing is set yet.
            return;
        }
        var wrong = wrong(beans);
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
    }

    static StartRefused refusal(List<String> wrong) {
        return new StartRefused("settings.wrong", String.join("; ", wrong));
    }

    /** The same before anything else is made, for a start that is refused anyway: all is told together. */
    static List<String> wrongIn(ConfigurableEnvironment environment) {
        try (var records = new AnnotationConfigApplicationContext()) {
            records.setEnvironment(environment);
            records.register(Records.class, SettingsValidator.class);
            // One that is wrong would end the making of the others.
            records.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            records.refresh();
            return wrong(records.getBeanFactory());
        }
    }

    /** It is named above, and no component: the portal itself has the records of those rooms alone that it starts. */
    @ConfigurationPropertiesScan
    static final class Records {}

    private static List<String> wrong(ConfigurableListableBeanFactory beans) {
        // Without it nothing would be checked.
        beans.getBean(SettingsValidator.NAME, SettingsValidator.class);
        List<String> wrong = new ArrayList<>();
        Arrays.stream(beans.getBeanDefinitionNames()).filter(OURS).sorted().forEach(name -> {
            try {
                beans.getBean(name);
            } catch (BeansException refused) {
                wrong.addAll(faults(refused));
            }
        });
        return wrong;
    }

    /** In words without the value, which may be a secret. */
    private static List<String> faults(BeansException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                var errors = invalid.getValidationErrors();
                return errors.getAllErrors().stream()
                        .map(error -> fault(errors.getName(), error))
                        .sorted()
                        .toList();
            }
        }
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException unreadable && unreadable.getProperty() != null) {
                return List.of(unreadable.getProperty().getName() + " cannot be read");
            }
        }
        return List.of(String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(refused).getMessage()));
    }

    private static String fault(ConfigurationPropertyName prefix, ObjectError error) {
        // What several settings say together is a condition of the record, and its text names them.
        boolean together = error instanceof FieldError field && field.getRejectedValue() instanceof Boolean;
        String name = together || !(error instanceof FieldError field)
                ? prefix.toString()
                : prefix + "." + field.getField().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return name + ": " + error.getDefaultMessage();
    }
}
