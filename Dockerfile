# Builds and runs on any image with glibc, bash and Java 17 or newer.
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
# An image runs on Linux: the database's programs for other systems stay out.
RUN mvn -B -ntp -q -DskipTests package -Dquarkus.class-loading.removed-artifacts=io.zonky.test.postgres:embedded-postgres-binaries-darwin-amd64,io.zonky.test.postgres:embedded-postgres-binaries-windows-amd64

FROM ${RUN_IMAGE}
# PostgreSQL refuses to run as root and asks for its user's name.
RUN echo 'diandan:x:10001:10001::/data:/bin/false' >>/etc/passwd \
 && echo 'diandan:x:10001:' >>/etc/group \
 && mkdir /app && mkdir -m 0700 /data && chown 10001:10001 /app /data
USER 10001:10001
WORKDIR /app
COPY --chown=10001:10001 --from=build /build/target/quarkus-app/ ./
# One start and stop on an empty folder: shows that the image works and leaves the archive of the classes it loaded.
RUN DIANDAN_DATA_DIR=/tmp/first-start bash -c '\
    java -XX:ArchiveClassesAtExit=classes.jsa -jar quarkus-run.jar >/tmp/first-start.log 2>&1 & \
    until grep -q "Listening on" /tmp/first-start.log; do kill -0 $! || { cat /tmp/first-start.log; exit 1; }; sleep 0.1; done; \
    kill $!; wait; test -s classes.jsa' \
 && rm -r /tmp/first-start /tmp/first-start.log
ENV DIANDAN_DATA_DIR=/data QUARKUS_HTTP_HOST=0.0.0.0 LANG=C.UTF-8
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080} && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
# Half of the container's memory: the embedded database needs its share. JAVA_TOOL_OPTIONS adds options or overrides.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/classes.jsa", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]
