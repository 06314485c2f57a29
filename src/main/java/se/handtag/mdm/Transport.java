package se.handtag.mdm;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.hc5.ApacheHttp5Client;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers over HTTP: no redirects, no cookies, and nothing sent a second time. The login is added here, so
 * that nothing that knows a request knows it.
 */
final class Transport implements Client, AutoCloseable {
    private final CloseableHttpClient http;
    private final Client feign;

    Transport(MdmSettings settings) {
        http = http(settings);
        feign = new ApacheHttp5Client(http);
    }

    private static CloseableHttpClient http(MdmSettings settings) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, basic(settings), true)))
                .setUserAgent("Handtag")
                .setProxy(proxy(settings.proxy()))
                .addExecInterceptorFirst("exchange", (request, scope, chain) -> {
                    Exchange.CURRENT.get().uses(scope.execRuntime);
                    return chain.proceed(request, scope);
                })
                .addExecInterceptorLast("leaving", (request, scope, chain) -> {
                    Exchange.CURRENT.get().leaves();
                    return chain.proceed(request, scope);
                })
                // The library would offer whichever formats it finds on the class path.
                .setContentDecoderRegistry(new LinkedHashMap<>(Map.of("gzip", GZIPInputStream::new)))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(MdmSettings settings) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        Http1Config limits = Http1Config.custom()
                .setMaxHeaderCount(100)
                .setMaxLineLength(16_384)
                .setMaxEmptyLineCount(10)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.maxConcurrent())
                .setMaxConnPerRoute(settings.maxConcurrent())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setTlsSocketStrategy(Trust.strategy(settings))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .setHandshakeTimeout(connect)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(settings.readTimeout()))
                        // A connection that the MDM closed while nobody used it would make a write's outcome unknown
                        // for
                        // nothing. To try it costs a millisecond, so not where one call follows the other.
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(20))
                        .setIdleTimeout(Timeout.ofSeconds(60))
                        .build())
                .build();
    }

    private static String basic(MdmSettings settings) {
        byte[] login = (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static @Nullable HttpHost proxy(@Nullable URI proxy) {
        return proxy == null ? null : new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        return feign.execute(request, options);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
