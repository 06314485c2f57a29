package se.handtag.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the address that somebody comes from out of {@code X-Forwarded-For}, but only as far as proxies that are named wrote
 * it: {@code handtag.identity.proxies}, addresses or networks such as {@code 10.1.0.0/16}. What anybody else writes there is
 * theirs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NamedProxies extends OncePerRequestFilter {
    private final List<IpAddressMatcher> proxies;

    @Autowired
    NamedProxies(IdentitySettings settings) {
        this(settings.proxies());
    }

    /** @param proxies addresses or networks */
    NamedProxies(List<String> proxies) {
        this.proxies = proxies.stream().map(IpAddressMatcher::new).toList();
    }

    /** Whether the text is an address or a network. */
    static boolean isAddress(String text) {
        try {
            new IpAddressMatcher(text);
            return true;
        } catch (IllegalArgumentException neither) {
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = addressOf(request);
        chain.doFilter(
                address.equals(request.getRemoteAddr())
                        ? request
                        : new HttpServletRequestWrapper(request) {
                            @Override
                            public String getRemoteAddr() {
                                return address;
                            }
                        },
                response);
    }

    /** From the right, the first address that no named proxy has. */
    private String addressOf(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> hops = new ArrayList<>();
        Collections.list(request.getHeaders("X-Forwarded-For")).forEach(line -> hops.addAll(List.of(line.split(","))));
        while (isProxy(address) && !hops.isEmpty()) {
            String hop = hops.removeLast().strip();
            if (!hop.matches("[0-9a-fA-F.:]{2,45}")) {
                return address;
            }
            address = hop;
        }
        return address;
    }

    private boolean isProxy(String address) {
        try {
            return proxies.stream().anyMatch(proxy -> proxy.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
