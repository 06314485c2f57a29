package se.handtag;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where people find the portal, {@code handtag.address}, such as {@code https://portal.example.com}. A request that names
 * another host is refused, since links and sign-ins are built of that name; health and metrics, which are asked for at each
 * node, are not. Nor does a page of another origin open a channel (WebSocket).
 */
final class PortalAddress extends OncePerRequestFilter {
    private final @Nullable String host;
    private final @Nullable String origin;

    /** @param address null: nothing is checked, as in the trial */
    PortalAddress(@Nullable URI address) {
        this.host = address == null ? null : host(address);
        this.origin = address == null ? null : address.getScheme() + "://" + address.getRawAuthority();
    }

    /**
     * The host's name.
     *
     * @throws StartRefused when the address is none that people could use
     */
    static String host(URI address) {
        boolean usable = address.getHost() != null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getUserInfo() == null
                && address.getQuery() == null
                && (address.getPath().isEmpty() || address.getPath().equals("/"));
        if (!usable) {
            throw new StartRefused("address.wrong", address);
        }
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Browsers let any page open a WebSocket anywhere, and only say in {@code Origin} whose page it is. */
    private boolean isChannelOfAnother(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && this.origin != null
                && !this.origin.equalsIgnoreCase(origin);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return host == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServerName().toLowerCase(Locale.ROOT).equals(host)
                || request.getRequestURI().startsWith("/actuator/")) {
            if (isChannelOfAnother(request)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                chain.doFilter(request, response);
            }
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
