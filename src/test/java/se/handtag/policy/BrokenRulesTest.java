package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.handtag.HandtagApplication;

/** A portal whose rules are broken does not start. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("portal")
class BrokenRulesTest {
    @Test
    void the_portal_does_not_start_and_says_where_the_mistake_is(@TempDir Path folder, CapturedOutput output)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("house-rules.yaml"),
                Rules.REST.replace("app.package == \"never\"", "device.platfrom == \"ios\""));
        assertThatThrownBy(() -> new SpringApplicationBuilder(HandtagApplication.class)
                        .profiles("trial")
                        .run(
                                "--handtag.trial.data=target/test-trial-${handtag.fork:1}",
                                "--handtag.trial.mdm.port=0",
                                "--handtag.trial.idp.port=0",
                                "--handtag.trial.speed=0",
                                "--server.port=0",
                                "--handtag.policy.rules=file:" + file)
                        .close())
                .isInstanceOf(RulesInvalid.class);
        assertThat(output)
                .contains("The rules in house-rules.yaml cannot be used:")
                .contains("line 4, column 9: when: undeclared reference to 'device'")
                .contains("handtag.policy.rules")
                .doesNotContain("\tat ");
    }
}
