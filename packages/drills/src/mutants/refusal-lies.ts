import type { JsonObject } from "@holdpoint/core";
import { textOf } from "../http-probe.ts";
import { changeJson } from "./change-json.ts";
import type { Lie, ProxyAnswer } from "./lie.ts";
import { answerLie } from "./lie.ts";

const REFUSED_FROM = 400;
const FORBIDDEN = 403;

/** Gateways whose errors are not what they should be. */
export const ERROR_LIES: {
  readonly refusalAsSuccess: Lie;
  readonly frameworkText: Lie;
  readonly stackTold: Lie;
  readonly flagTurned: Lie;
} = {
  refusalAsSuccess: answerLie("refusal-as-success", "every refusal is answered with 200", (answer) =>
    answer.status >= REFUSED_FROM ? { ...answer, status: 200 } : null,
  ),
  frameworkText: answerLie("framework-text", "errors are the web framework's own", (answer) =>
    answer.status >= REFUSED_FROM
      ? { ...answer, body: JSON.stringify({ statusCode: answer.status, error: "Error", message: "no" }) }
      : null,
  ),
  stackTold: answerLie("stack-told", "errors tell where in the source they were thrown", (answer) =>
    ofRefusal(answer, (problem) => ({
      ...problem,
      detail: `${textOf(problem["detail"])}\n    at handle (/srv/gateway/handle.js:10:7)`,
    })),
  ),
  flagTurned: answerLie("flag-turned", "every error is told to be worth another try", (answer) =>
    ofRefusal(answer, (problem) => ({ ...problem, retryable: true })),
  ),
};

/** Gateways that let through, or hide that they refused. */
export const OPEN_LIES: {
  readonly deniedAsDone: Lie;
  readonly effectAnyway: Lie;
  readonly anyRole: Lie;
  readonly denialForged: Lie;
  readonly receiptsGone: Lie;
} = {
  deniedAsDone: answerLie("denied-as-done", "what was denied is answered as done", (answer) =>
    changeJson(answer, (action) => (action["state"] === "DENIED" ? { ...action, state: "SUCCEEDED" } : action)),
  ),
  effectAnyway: {
    id: "effect-anyway",
    harms: "what was denied has its effect all the same",
    tell: async (request, ask) => {
      const answer = await ask(request);
      if (!answer.body.includes('"state":"DENIED"') || request.method !== "POST") return { answer, lied: false };
      const body = JSON.stringify({ adapter: "count", operation: "run", arguments: { text: "anyway" } });
      const { "idempotency-key": _key, ...headers } = request.headers;
      await ask({ ...request, headers, body });
      return { answer, lied: true };
    },
  },
  anyRole: answerLie("any-role", "no role is refused anything", (answer) =>
    answer.status === FORBIDDEN ? { ...answer, status: 200 } : null,
  ),
  denialForged: answerLie("denial-forged", "signed denials are changed after they were signed", (answer, { path }) =>
    path.startsWith("/v1/audit-trails/") && answer.body.includes('"payload":"ey')
      ? { ...answer, body: answer.body.replaceAll('"payload":"ey', '"payload":"eyA') }
      : null,
  ),
  receiptsGone: answerLie("receipts-gone", "no receipt is given", (answer, { path }) =>
    path.startsWith("/v1/receipts/") ? { ...answer, status: 404, body: "{}" } : null,
  ),
};

function ofRefusal(answer: ProxyAnswer, change: (problem: JsonObject) => JsonObject): ProxyAnswer | null {
  return answer.status >= REFUSED_FROM ? changeJson(answer, change) : null;
}
