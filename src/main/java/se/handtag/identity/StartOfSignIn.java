package se.handtag.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;

/** Leads to a page in plain words when the provider cannot even be asked where to sign in. */
final class StartOfSignIn implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
    private static final Logger LOG = LoggerFactory.getLogger(StartOfSignIn.class);

    @Override
    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler((request, response, failure) -> {
            LOG.warn("Nobody can sign in: the identity provider does not answer", failure);
            response.sendRedirect(request.getContextPath() + "/sign-in-failed?away");
        });
        return filter;
    }
}
