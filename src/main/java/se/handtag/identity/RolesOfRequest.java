package se.handtag.identity;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.spring.security.SpringNavigationAccessControl;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may go to which view, as Vaadin has it: by the roles of the request. Its own way there looks through all libraries for the
 * prefix of roles, at every step from view to view, and then asks the request as well; it is left where there is no request but
 * a channel for push.
 */
final class RolesOfRequest extends SpringNavigationAccessControl {
    RolesOfRequest(List<NavigationAccessChecker> checkers, AccessCheckDecisionResolver resolver) {
        super(checkers, resolver);
    }

    @Override
    protected Predicate<String> getRolesChecker(@Nullable VaadinRequest request) {
        return request == null || HandlerHelper.isRequestType(request, RequestType.PUSH)
                ? super.getRolesChecker(request)
                : request::isUserInRole;
    }
}
