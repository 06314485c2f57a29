package se.handtag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
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
    private static final String OURS = "handtag.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> wrong = new ArrayList<>();
        Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> name.startsWith(OURS))
                .sorted()
                .forEach(name -> {
                    try {
                        beans.getBean(name);
                    } catch (BeansException refused) {
                        wrong.addAll(faults(refused));
                    }
                });
        if (!wrong.isEmpty()) {
            throw new StartRefused("settings.wrong", String.join("; ", wrong));
        }
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
