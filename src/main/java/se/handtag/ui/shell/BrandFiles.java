package se.handtag.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company's sign, and what a phone needs to know to install the portal. */
@RestController
class BrandFiles {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");
    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1));

    private final ShellSettings settings;

    BrandFiles(ShellSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/brand/logo")
    ResponseEntity<Resource> logo() {
        Path logo = settings.logo();
        if (logo == null) {
            return ResponseEntity.notFound().build();
        }
        boolean png = logo.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        return ResponseEntity.ok()
                .contentType(png ? MediaType.IMAGE_PNG : SVG)
                .cacheControl(A_DAY)
                .header(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.POLICY_FOR_PICTURES)
                .body(new FileSystemResource(logo));
    }

    /** Source: W3C Web Application Manifest. */
    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest() {
        String colour = settings.colour();
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(A_DAY)
                .body(Map.of(
                        "name", settings.name(),
                        "short_name", settings.name(),
                        "id", "./",
                        "start_url", "./",
                        "scope", "./",
                        "display", "standalone",
                        "background_color", "#f6f5f1",
                        "theme_color", colour == null ? "#14624a" : colour,
                        "icons",
                                List.of(
                                        Map.of("src", "favicon.svg", "sizes", "any", "type", "image/svg+xml"),
                                        icon("192"),
                                        icon("512"))));
    }

    private static Map<String, String> icon(String size) {
        return Map.of(
                "src",
                "icons/icon-" + size + ".png",
                "sizes",
                size + "x" + size,
                "type",
                "image/png",
                "purpose",
                "any maskable");
    }
}
