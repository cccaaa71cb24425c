import type { AccessTrial, FailClosedRule, Json, JsonObject } from "@holdpoint/core";
import { answered } from "../error-taxonomy/room.ts";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf, textOf } from "../http-probe.ts";
import type { Bench, Tried } from "./bench.ts";
import { ruleOf } from "./rule-of.ts";

const ROLES: readonly string[] = ["requester", "approver", "operator", "observer"];
const METHODS: readonly string[] = ["get", "post", "put", "patch", "delete"];
const UNKNOWN_TOKEN = `hp_${"A".repeat(43)}`;
const ORIGIN = "https://elsewhere.example";
const SUBMISSION = { adapter: "count", operation: "run", arguments: { text: "x" } };

/** Doors that must be shut: callers without a token or with a wrong one, and other sites' pages. */
export async function tryDoors(bench: Bench): Promise<FailClosedRule[]> {
  const { tokens } = bench.room;
  const control = await bench.submit("count");
  const stranger = (token: string | null): Promise<Tried> => submitAs(bench, token);
  return [
    await ruleOf(
      bench,
      {
        id: "no-token",
        component: "access",
        attempted: "somebody without a token submits",
        expected: "HP-GATEWAY-UNAUTHENTICATED",
      },
      { first: await stranger(null), second: await stranger(UNKNOWN_TOKEN), control },
    ),
    await ruleOf(
      bench,
      {
        id: "wrong-role",
        component: "access",
        attempted: "somebody who may only look submits",
        expected: "HP-GATEWAY-FORBIDDEN",
      },
      {
        first: await stranger(tokenOf(tokens, "observer")),
        second: await stranger(tokenOf(tokens, "approver")),
        control,
      },
    ),
    await corsClosed(bench, control),
  ];
}

async function submitAs({ room, effects }: Bench, token: string | null): Promise<Tried> {
  const before = effects();
  const answer = await answered(room.probe("POST", "/v1/actions", { body: SUBMISSION, token }));
  return { word: answer?.code ?? null, id: null, correlationId: "", effects: effects() - before };
}

/** A browser asks first, and reads the answer only where it is told that it may. */
async function corsClosed(bench: Bench, control: Tried): Promise<FailClosedRule> {
  const { probe, tokens } = bench.room;
  const before = bench.effects();
  const headers = { origin: ORIGIN, "access-control-request-method": "POST" };
  const asked = await answered(probe("OPTIONS", "/v1/actions", { headers }));
  const read = await answered(
    probe("GET", "/v1/actions", { headers: { origin: ORIGIN }, token: tokenOf(tokens, "observer") }),
  );
  const word = (answer: typeof asked): string | null =>
    answer === null ? null : "access-control-allow-origin" in answer.headers ? "accepted" : "closed";
  const tried = { id: null, correlationId: "", effects: bench.effects() - before };
  return ruleOf(
    bench,
    { id: "cors-closed", component: "http", attempted: "a page of another site asks", expected: "closed" },
    { first: { ...tried, word: word(asked) }, second: { ...tried, word: word(read) }, control },
  );
}

/** Every operation of the OpenAPI document, tried by those who may not. */
export async function tryAccess({ room }: Bench): Promise<AccessTrial[]> {
  const document = await answered(room.probe("GET", "/v1/openapi.json"));
  const trials: AccessTrial[] = [];
  for (const [path, item] of Object.entries(objectOf(objectOf(document?.json)["paths"]))) {
    for (const method of METHODS) {
      const operation = objectOf(item)[method];
      if (operation === undefined) continue;
      const ask = async (token: string | null): Promise<number | null> =>
        (await answered(room.probe(method.toUpperCase(), filled(path), { ...bodyOf(method), token })))?.status ?? null;
      const wrong = wrongRole(objectOf(operation));
      trials.push({
        method: method.toUpperCase(),
        path,
        withoutToken: await ask(null),
        withUnknownToken: await ask(UNKNOWN_TOKEN),
        withWrongRole: wrong === null ? null : await ask(tokenOf(room.tokens, wrong)),
        open: isOpen(objectOf(operation)["security"]),
      });
    }
  }
  return trials;
}

function filled(path: string): string {
  return path.replaceAll(/\{[a-z_]+\}/g, "act_0000000000000000");
}

function bodyOf(method: string): { readonly body?: JsonObject } {
  return method === "get" ? {} : { body: {} };
}

/** An empty list of requirements overrides the document's (OpenAPI 3.1 section 4.8.10). */
function isOpen(security: Json | undefined): boolean {
  return Array.isArray(security) && security.length === 0;
}

/** A role that the operation's description does not name; null where it names all or none. */
function wrongRole(operation: JsonObject): string | null {
  const named = /^Roles: ([a-z, ]+)\.$/.exec(textOf(operation["description"]))?.[1]?.split(", ");
  return named === undefined ? null : (ROLES.find((role) => !named.includes(role)) ?? null);
}
