package se.handtag.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.ModelAndView;
import se.handtag.identity.SignedIn;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorPagesTest {
    private final ErrorPages pages = new ErrorPages(new SignedIn());

    @BeforeEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void gives_a_failure_of_ours_a_reference_and_nothing_of_what_failed() {
        var request = failed("/audit/export");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("inner workings"));
        var page = pages.resolveErrorView(request, HttpStatus.INTERNAL_SERVER_ERROR, Map.of("trace", "at se.handtag"));
        assertThat(page.getModel().get("reference")).asString().matches("[0-9A-Z]{8}");
        assertThat(page.getModel().toString()).doesNotContain("inner workings", "at se.handtag");
    }

    @Test
    void gives_no_reference_where_there_is_nothing_to_look_up() {
        var page = pages.resolveErrorView(failed("/audit/export"), HttpStatus.FORBIDDEN, Map.of());
        assertThat(page.getModel()).containsEntry("which", "forbidden").containsEntry("reference", null);
    }

    @Test
    void does_not_call_what_is_possible_again_soon_a_fault() {
        var page = pages.resolveErrorView(failed("/export"), HttpStatus.SERVICE_UNAVAILABLE, Map.of());
        assertThat(page.getModel()).containsEntry("which", "later");
    }

    @Test
    void leads_whoever_was_signed_out_back_to_the_device_they_pressed() {
        assertThat(refused("/lost/19eefc94-c6ca-4215-9ac4-c366a4136e1a").getViewName())
                .isEqualTo("redirect:/lost/19eefc94-c6ca-4215-9ac4-c366a4136e1a?again");
    }

    @Test
    void leads_nowhere_else_whatever_the_address_says() {
        for (String address : new String[] {"/lost", "/lost/", "/lost//evil.example", "/lost/{x}"}) {
            assertThat(refused(address).getViewName()).as(address).isEqualTo("redirect:/lost?again");
        }
        assertThat(refused("/lostandfound").getViewName()).isEqualTo("error");
    }

    private ModelAndView refused(String address) {
        return pages.resolveErrorView(failed(address), HttpStatus.FORBIDDEN, Map.of());
    }

    private static MockHttpServletRequest failed(String address) {
        var request = new MockHttpServletRequest("POST", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, address);
        return request;
    }
}
