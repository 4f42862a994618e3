# The image holds what `./builder package` makes, and nothing that building needs.
#   docker build -t builder .
#   docker run --rm -v "$PWD/runs:/runs" builder train templates/iris --out /runs/iris
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS package
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ENV LANG=C.UTF-8
WORKDIR /source
COPY . .
RUN mkdir /builder && tar -xzf "$(./builder package linux-x64)" -C /builder --strip-components=1

FROM debian:12-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends libssl3 libstdc++6 \
  && rm -rf /var/lib/apt/lists/*
ENV LANG=C.UTF-8
COPY --from=package /builder /builder
WORKDIR /builder/program
ENTRYPOINT ["./builder-runner"]
CMD ["--help"]
