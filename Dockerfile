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
RUN mkdir -p /data /models && chown node:node /data /models
USER node
EXPOSE 3000
VOLUME ["/data", "/models"]
CMD ["node", "--conditions=production", "--import", "tsx", "scripts/serve.ts"]
