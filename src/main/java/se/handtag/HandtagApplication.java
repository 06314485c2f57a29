package se.handtag;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. */
@SpringBootApplication
public class HandtagApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(HandtagApplication.class, arguments);
    }
}
