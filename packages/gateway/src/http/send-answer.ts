import type { FastifyReply } from "fastify";
import type { Answer } from "./route.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** Sends what a route answered; JSON is written once, here. */
export function sendAnswer(reply: FastifyReply, { status, body, type, headers }: Answer): FastifyReply {
  reply.code(status);
  if (headers !== undefined) reply.headers(headers);
  if (typeof body === "string") return reply.header("content-type", type ?? "text/plain; charset=utf-8").send(body);
  return reply.header("content-type", JSON_TYPE).send(JSON.stringify(body));
}
