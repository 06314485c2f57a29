package se.handtag.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;
import java.util.Map;

/** P9: how many questions a second the trial MDM answers, against WireMock with the same answers written down. */
final class StandInFigure implements Figure {
    @Override
    public String name() {
        return "P9";
    }

    @Override
    public List<String> measure() throws Exception {
        // Without its journal WireMock is faster, and its memory does not grow.
        WireMockServer wiremock = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").disableRequestJournal());
        wiremock.start();
        try (TrialFleet trial = new TrialFleet(1_000)) {
            for (String path : StandIn.QUESTIONS) {
                wiremock.stubFor(WireMock.get(WireMock.urlEqualTo("/api" + path))
                        .withBasicAuth("handtag", "handtag")
                        .willReturn(WireMock.aResponse()
                                .withHeader("Content-Type", "application/json; charset=utf-8")
                                .withBody(trial.get(path))));
            }
            String theirs = wiremock.baseUrl() + "/api";
            Sides.Result result =
                    new Sides(StandIn.class, trial.url(), theirs, "url", Map.of(), "256m").measure();
            return List.of("P9  trial MDM / WireMock, questions a ms (aim 2.00): " + result.told("a ms"));
        } finally {
            wiremock.stop();
        }
    }
}
