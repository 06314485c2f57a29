package se.handtag.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DevicePictureTest {
    @ParameterizedTest
    @CsvSource({
        "0, iPhone 16, IPHONE",
        "0, iPad Air 11, IPAD",
        "1, Galaxy XCover7, ANDROID_PHONE",
        "1, Galaxy Tab Active5, ANDROID_TABLET",
        "2, MacBook Air M3, MAC",
        "3, Apple TV 4K, APPLE_TV",
        "9, Psion 5, UNKNOWN"
    })
    void fits_platform_and_model(int platform, String model, DevicePicture expected) {
        assertThat(DevicePicture.of(platform, model)).isEqualTo(expected);
    }

    @Test
    void does_without_a_model() {
        assertThat(DevicePicture.of(0, null)).isEqualTo(DevicePicture.IPHONE);
    }

    @ParameterizedTest
    @EnumSource
    void is_well_formed_and_hidden_from_screen_readers(DevicePicture picture) throws Exception {
        assertDecorative(picture.svg());
    }

    @ParameterizedTest
    @EnumSource
    void so_are_the_signs(Glyph glyph) throws Exception {
        assertDecorative(glyph.svg());
    }

    private static void assertDecorative(String svg) throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(root.getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(root.getAttribute("stroke")).isEqualTo("currentColor");
        assertThat(root.getElementsByTagName("*").getLength()).isPositive();
    }
}
