# Goes the same way as a person on a fresh machine: `./builder setup`, then any command.
#   docker build -t builder .
#   docker run --rm -v "$PWD/runs:/builder/runs" builder train templates/iris
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS dotnet

FROM debian:12
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates libssl3 libstdc++6 \
  && rm -rf /var/lib/apt/lists/* \
  && ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
ENV LANG=C.UTF-8
WORKDIR /builder
COPY . .
RUN ./builder setup
ENTRYPOINT ["./builder"]
CMD ["help"]
