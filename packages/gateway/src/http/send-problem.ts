import { problemOf } from "@holdpoint/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { retryAfterMsOf } from "../errors/retry-after.ts";
import { refusalOf } from "./refusal-of.ts";
import { stateOf } from "./request-state.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Without a token nobody is told more than that one is needed (RFC 9110 section 11.6.1). */
const CHALLENGE = 'Bearer realm="holdpoint"';

/** Seconds to wait where an error that passes does not say itself. */
const RETRY_AFTER_S_DEFAULT = 1;

/** Answers with the problem document of whatever was thrown. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(thrown);
  const { file: _file, ...problem } = problemOf(refusal);
  const state = stateOf(request);
  if (state !== null) {
    state.failure = problem.code;
    state.cause = problem.code === "HP-INTERNAL" ? textOf(thrown) : null;
  }
  if (problem.status === 401) reply.header("www-authenticate", CHALLENGE);
  const seconds = retryAfterS(refusal, problem.status);
  if (seconds !== null) reply.header("retry-after", String(seconds));
  void reply.code(problem.status).header("content-type", PROBLEM_TYPE).send(JSON.stringify(problem));
}

function retryAfterS(refusal: Error, status: number): number | null {
  const ms = retryAfterMsOf(refusal);
  if (ms !== null) return Math.max(1, Math.ceil(ms / 1000));
  return status === 429 || status === 503 || status === 507 ? RETRY_AFTER_S_DEFAULT : null;
}

function textOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  } catch {
    return "something that has no text was thrown";
  }
}
