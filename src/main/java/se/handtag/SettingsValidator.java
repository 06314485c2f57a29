package se.handtag;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Checks the constraints (Jakarta Validation) of every room's record of settings as it is read. For records that are marked as
 * validated, Spring Boot would make a validator each, which takes longer than all else about them.
 */
@Component(SettingsValidator.NAME)
public final class SettingsValidator implements Validator, DisposableBean {
    /** Under which Spring Boot asks for it. */
    public static final String NAME = EnableConfigurationProperties.VALIDATOR_BEAN_NAME;

    private final LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();

    /** Reads no files and says what is wrong in the constraints' own words. */
    public SettingsValidator() {
        validator.setMessageInterpolator(new ParameterMessageInterpolator());
        validator.afterPropertiesSet();
    }

    /** A record as a whole; what it consists of is checked with it. */
    @Override
    public boolean supports(Class<?> type) {
        return type.getName().startsWith("se.handtag.") && type.isAnnotationPresent(ConfigurationProperties.class);
    }

    @Override
    public void validate(Object settings, Errors errors) {
        validator.validate(settings, errors);
    }

    @Override
    public void destroy() {
        validator.close();
    }
}
