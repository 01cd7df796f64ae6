FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN VOUCH_DATA_DIR=/tmp/build npm run build

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 VOUCH_DATA_DIR=/data VOUCH_MODEL_DIR=/models
COPY --from=build --chown=node:node /app ./
RUN mkdir -p /data /models .next/cache && chown node:node /data /models .next/cache
USER node
EXPOSE 3000
VOLUME ["/data", "/models"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/v1/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", "--import", "tsx", "scripts/serve.ts"]
