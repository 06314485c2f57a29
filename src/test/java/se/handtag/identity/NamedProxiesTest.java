package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NamedProxiesTest {
    private static String seen(List<String> proxies, String from, String... forwarded) throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        for (String line : forwarded) {
            request.addHeader("X-Forwarded-For", line);
        }
        var chain = new MockFilterChain();
        new NamedProxies(proxies).doFilter(request, new MockHttpServletResponse(), chain);
        return String.valueOf(
                chain.getRequest() == null ? null : chain.getRequest().getRemoteAddr());
    }

    @Test
    void without_named_proxies_nobody_can_say_where_they_come_from() throws Exception {
        assertThat(seen(List.of(), "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_named_proxy_is_believed_and_whoever_stands_before_it_is_not() throws Exception {
        assertThat(seen(List.of("10.0.0.0/8"), "10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(seen(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.7, 203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(seen(List.of("10.0.0.0/8"), "10.1.2.3", "198.51.100.7", "203.0.113.9, 10.9.9.9"))
                .isEqualTo("203.0.113.9");
        assertThat(seen(List.of("10.0.0.0/8"), "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
    }

    @Test
    void what_is_no_address_is_not_recorded_as_one() throws Exception {
        assertThat(seen(List.of("10.0.0.0/8"), "10.1.2.3", "<script>")).isEqualTo("10.1.2.3");
        assertThat(seen(List.of("10.0.0.0/8", "fd00::/8"), "fd00::1", "2001:db8::7"))
                .isEqualTo("2001:db8::7");
    }
}
