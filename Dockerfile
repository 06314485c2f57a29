# Handtag in production: no trial, settings from the environment. It refuses to start half-configured and says what is missing.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn/ .mvn/
COPY frontend/ frontend/
COPY src/ src/
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -Dhandtag.run package
# In layers, so that a new version of Handtag does not ship its libraries again.
RUN java -Djarmode=tools -jar target/run/handtag.jar extract --layers --destination target/run/layers

FROM eclipse-temurin:25-jre
WORKDIR /handtag
RUN useradd --system --uid 10001 --no-create-home handtag
COPY --from=build /src/target/run/layers/dependencies/ ./
COPY --from=build /src/target/run/layers/spring-boot-loader/ ./
COPY --from=build /src/target/run/layers/snapshot-dependencies/ ./
COPY --from=build /src/target/run/layers/application/ ./
# One start, written down for all later ones (JEP 514), with the parts that were chosen while the jar was made. What is hot in it
# is not written down (-XX:TieredStopAtLevel=1): it would be compiled at each start, which takes longer than it saves. It needs a
# PostgreSQL, which refuses root; the cache is root's, so that the portal cannot change what it will be started from.
RUN setpriv --reuid=10001 --regid=10001 --clear-groups java -XX:AOTCacheOutput=/tmp/handtag.aot -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -Dspring.aot.enabled=true -XX:MaxRAMPercentage=75 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar handtag.jar train && mv /tmp/handtag.aot ./ && chown root:root handtag.aot
USER 10001
# One JSON object a line, with the short name of the request that people see in error messages.
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
EXPOSE 8080
# SIGTERM lets requests end and commands come to a safe place.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-cp", "handtag.jar", "se.handtag.HealthProbe"]
# What a view leaves behind dies young: half of the heap is for what is new, and enough of that for what outlives one collection.
ENTRYPOINT ["java", "-XX:AOTCache=handtag.aot", "-Dspring.aot.enabled=true", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=75", "-XX:InitialRAMPercentage=75", "-XX:NewRatio=1", "-XX:SurvivorRatio=4", "-XX:-UsePSAdaptiveSurvivorSizePolicy", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "handtag.jar"]
