import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance } from "fastify";
import Fastify from "fastify";
import type { ActorLimit } from "../auth/actor-limit.ts";
import { actorLimit } from "../auth/actor-limit.ts";
import type { TokenStore } from "../auth/token-store.ts";
import type { Engine } from "../contract/engine.ts";
import { createGatewayMetrics } from "../metrics/gateway-metrics.ts";
import type { ProcessFigures } from "../metrics/process-metrics.ts";
import { addBodyParsers } from "./body-parsers.ts";
import { brokenHttpHandler } from "./broken-http.ts";
import { pooledEntropy } from "./entropy-pool.ts";
import { addEntrance } from "./entrance.ts";
import { openapiOf } from "./openapi.ts";
import type { Log } from "./request-state.ts";
import { requestAdmission } from "./admit-request.ts";
import { requestBeginner } from "./begin-request.ts";
import { addRequestLog } from "./request-log.ts";
import { addRoute, routeOf } from "./add-route.ts";
import type { HttpContext } from "./route.ts";
import { ROUTES } from "./routes/index.ts";
import { sendProblem } from "./send-problem.ts";
import type { ServerLimits } from "./server-limits.ts";
import { SERVER_LIMITS } from "./server-limits.ts";

export interface HttpOptions {
  readonly engine: Engine;
  readonly tokens: Pick<TokenStore, "authenticate">;
  readonly version: string;
  readonly nowMs: () => number;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
  /** Takes a line at once and never throws. */
  readonly log: Log;
  readonly limits?: Partial<ServerLimits>;
  /** The one of the stream, where there is a stream; left out, one of its own. */
  readonly actorLimit?: ActorLimit;
  /** Left out, `/metrics` says nothing of the process. */
  readonly processFigures?: () => ProcessFigures;
}

/**
 * The gateway's HTTP server: all routes, not listening yet. Everything that is answered, refusals too, comes from the
 * routes' own specifications and the error registry.
 *
 * @example
 * const app = createHttp({ engine, tokens, version, nowMs: Date.now, randomBytes, log });
 * await app.listen({ host: "127.0.0.1", port: 8377 });
 */
export function createHttp(options: HttpOptions): FastifyInstance {
  const { engine, tokens, version, nowMs, log } = options;
  const limits = { ...SERVER_LIMITS, ...options.limits };
  const entropy = pooledEntropy(options.randomBytes);
  const begin = requestBeginner(nowMs, entropy);
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: true,
    bodyLimit: limits.bodySizeBytesMax,
    connectionTimeout: limits.silenceTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    routerOptions: { maxParamLength: 128 },
    return503OnClosing: false,
    clientErrorHandler: brokenHttpHandler(nowMs, entropy, log),
    frameworkErrors: (error, request, reply) => {
      begin(request, reply);
      sendProblem(error, request, reply);
    },
    http: {
      headersTimeout: limits.headersTimeoutMs,
      maxHeaderSize: limits.headerSizeBytesMax,
      connectionsCheckingInterval: limits.checkIntervalMs,
      requireHostHeader: false,
    },
  });
  app.server.maxConnections = limits.connectionsMax;
  // Without a listener Node answers other expectations than 100-continue itself, with an empty 417.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  app.addHook("preClose", (done) => {
    // Who was answered while the server closes would hold it up for as long as a connection is kept.
    app.server.keepAliveTimeout = 1;
    done();
  });
  const ajv = new Ajv2020({
    allErrors: false,
    coerceTypes: false,
    discriminator: true,
    allowUnionTypes: true,
  });
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema));
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  addBodyParsers(app, (request) => routeOf(request)?.body?.mergePatch === true);
  const metrics = createGatewayMetrics(engine, nowMs, options.processFigures ?? null);
  const admit = requestAdmission(tokens, options.actorLimit ?? actorLimit(engine.settings, nowMs));
  addEntrance(app, { begin, admit, routes: ROUTES });
  addRequestLog(app, log, metrics.observeRequest);
  const openapi = JSON.stringify(openapiOf(ROUTES, version));
  const context: HttpContext = {
    engine,
    version,
    nowMs,
    metricsPage: metrics.page,
    openapiText: () => openapi,
  };
  for (const route of ROUTES) addRoute(app, route, context);
  return app;
}
