# The app as one image: the page is built in the first stage, the second holds the server and what it needs to run.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY model model
COPY server server
COPY cypher cypher
COPY data data
COPY --from=build /app/dist dist
USER node
# Inside the container every address is listened on; who reaches it is decided by where its port is published.
ENV ENTENTE_HOST=0.0.0.0 ENTENTE_PORT=4680
EXPOSE 4680
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ENTENTE_PORT}/api/health`, { headers: { authorization: `Bearer ${process.env.ENTENTE_TOKEN}` } }).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/entente.mjs", "up"]
