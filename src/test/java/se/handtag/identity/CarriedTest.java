package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Work of a request that goes on on another thread. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriedTest {
    private final SignedIn signedIn = new SignedIn();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final SecurityContextImpl context =
            new SecurityContextImpl(new TestingAuthenticationToken("anna", "secret"));

    @BeforeEach
    void a_request() {
        request.setRemoteAddr("192.0.2.17");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        SecurityContextHolder.setContext(context);
        MDC.put("request", "ABCD1234");
    }

    @AfterEach
    void its_end() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
        MDC.clear();
    }

    @Test
    void it_comes_from_the_address_of_the_request_also_when_that_is_over() {
        assertThat(elsewhere(SignedIn::sourceAddress)).isEqualTo("192.0.2.17");
    }

    @Test
    void it_is_the_same_person_s_also_when_they_sign_out_meanwhile() {
        assertThat(elsewhere(() -> Objects.requireNonNull(
                                SecurityContextHolder.getContext().getAuthentication())
                        .getName()))
                .isEqualTo("anna");
    }

    @Test
    void what_it_logs_has_the_request_s_name() {
        assertThat(elsewhere(() -> MDC.get("request"))).isEqualTo("ABCD1234");
    }

    /** What it comes to on a thread of its own, once the request is over and the server has given it to somebody else. */
    private String elsewhere(Supplier<String> work) {
        var result = new CompletableFuture<String>();
        Runnable carried = signedIn.carried(() -> result.complete(work.get()));
        its_end();
        context.setAuthentication(null);
        request.setRemoteAddr("198.51.100.1");
        Thread.ofVirtual().start(carried);
        return result.join();
    }
}
