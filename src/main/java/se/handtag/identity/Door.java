package se.handtag.identity;

import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The two doors of the house. Whoever comes in by one is not in by the other: each keeps its own sign-in in the browser's
 * session, under a name of its own.
 */
enum Door {
    /** The portal. */
    PORTAL(
            "handtag",
            "/oauth2/authorization",
            "/login/oauth2/code",
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY),
    /** The pages for a lost phone, which open nothing else. */
    LOST("lost", "/lost/sign-in", "/lost/code", "handtag.lost.context");

    private final String registration;
    private final String start;
    private final String callback;
    private final String context;

    Door(String registration, String start, String callback, String context) {
        this.registration = registration;
        this.start = start;
        this.callback = callback;
        this.context = context;
    }

    /** What Spring Security knows the client under. */
    String registration() {
        return registration;
    }

    /** Where the way to the provider begins. */
    String start() {
        return start;
    }

    /** Where the provider sends people back to. */
    String callback() {
        return callback;
    }

    /** The attribute of the browser's session that holds who came in. */
    String context() {
        return context;
    }

    /** The attribute that holds who is on their way to the provider. */
    String way() {
        return "handtag.way." + registration;
    }

    static Door of(String registration) {
        return registration.equals(LOST.registration) ? LOST : PORTAL;
    }
}
