import type { JsonObject } from "@holdpoint/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { stateOf } from "./request-state.ts";
import type { Asked, HttpContext, Route } from "./route.ts";
import { sendAnswer } from "./send-answer.ts";

interface Config {
  readonly holdpointRoute?: Route;
}

/** The route that a request came to; null for a path that is not ours. */
export function routeOf(request: FastifyRequest): Route | null {
  return (request.routeOptions.config as Config).holdpointRoute ?? null;
}

/** Gives a route to Fastify; its schemas are compiled once, when the server gets ready. */
export function addRoute(app: FastifyInstance, route: Route, context: HttpContext): void {
  const { method, path, query = {}, body } = route;
  const config: Config = { holdpointRoute: route };
  app.route({
    method,
    url: path.replaceAll(/\{([a-z_]+)\}/g, ":$1"),
    config,
    schema: {
      querystring: { type: "object", properties: query, additionalProperties: false },
      ...(body === undefined ? {} : { body: body.schema }),
    },
    ...(body?.optional === true ? { preValidation: fillBody } : {}),
    handler: (request, reply) => handled(route, context, request, reply),
  });
}

async function handled(
  route: Route,
  context: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendAnswer(reply, await route.handle(context, askedOf(request)));
}

function askedOf(request: FastifyRequest): Asked {
  const state = stateOf(request);
  if (state === null) throw new TypeError("a request came in past the entrance");
  return {
    caller: state.caller,
    params: request.params as Readonly<Record<string, string>>,
    query: request.query as Readonly<Record<string, string>>,
    body: request.body as JsonObject,
    headers: request.headers,
  };
}

/** No body at all is the same as one without fields, where none is required. */
function fillBody(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (request.body === undefined) request.body = {};
  done();
}
