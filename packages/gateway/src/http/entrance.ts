import { HoldpointError } from "@holdpoint/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { routeOf } from "./add-route.ts";
import type { Admit } from "./admit-request.ts";
import { methodTable } from "./methods-of.ts";
import type { RequestState } from "./request-state.ts";
import { STATE } from "./request-state.ts";
import type { Route } from "./route.ts";

interface Parts {
  readonly begin: (request: FastifyRequest, reply: FastifyReply) => RequestState;
  readonly admit: Admit;
  readonly routes: readonly Route[];
}

/** What each request passes before its body is read: a name, a route, a token of the right role, a rate. */
export function addEntrance(app: FastifyInstance, { begin, admit, routes }: Parts): void {
  const methodsOf = methodTable(routes);
  app.decorateRequest(STATE, null);
  app.addHook("onRequest", (request, reply, done) => {
    try {
      const state = begin(request, reply);
      if (request.raw.httpVersion === "1.1" && request.headers.host === undefined) {
        throw new HoldpointError("HP-GATEWAY-HEADER", "Host: HTTP/1.1 requires it");
      }
      const route = routeOf(request);
      if (route === null) throw unknownRoute(request, reply, methodsOf);
      const principal = admit(route, request.headers.authorization);
      if (principal !== null) state.caller = { ...state.caller, actor: principal.actor, roles: principal.roles };
      done();
    } catch (thrown) {
      done(thrown as Error);
    }
  });
  app.setNotFoundHandler((request, reply) => {
    throw unknownRoute(request, reply, methodsOf);
  });
}

function unknownRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  methodsOf: (path: string) => readonly string[],
): HoldpointError {
  const methods = methodsOf(request.url.split("?", 1)[0] ?? "");
  if (methods.length === 0) return new HoldpointError("HP-GATEWAY-NOT-FOUND", "the path is not one of ours");
  reply.header("allow", methods.join(", "));
  return new HoldpointError("HP-GATEWAY-METHOD", `the path takes ${methods.join(", ")}`);
}
