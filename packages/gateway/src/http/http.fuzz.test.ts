import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ROLES } from "../contract/principal.ts";
import { ROUTES } from "./routes/index.ts";
import type { Told } from "./testing-http.ts";
import { assertProblem, createTestingHttp, ECHO } from "./testing-http.ts";

const RUNS = 300;
const ADAPTERS = ["echo", "fail", "deny", "notify", "lost", "nowhere"];
/** Nobody is to wait for an action that does not end. */
const AT_ONCE = { prefer: "wait=0" };

const member = fc.constantFrom(
  "adapter",
  "operation",
  "arguments",
  "session_id",
  "risk",
  "dry_run",
  "deadline_ms",
  "mode",
);
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...ADAPTERS, "plan", "run", "safe", {}, { filter: {} }, "x".repeat(200), 2 ** 53, -1, null),
);
const almost = fc.dictionary(member, value).map((changes) => ({ ...ECHO, ...changes }));
const text = fc.oneof(
  almost.map((body) => JSON.stringify(body)),
  fc.jsonValue().map((body) => JSON.stringify(body)),
  fc.string(),
  fc.tuple(almost, fc.nat(120), fc.string({ maxLength: 3 })).map(([body, at, insert]) => {
    const whole = JSON.stringify(body);
    return whole.slice(0, at) + insert + whole.slice(at + insert.length);
  }),
);
const bytes = fc.oneof(
  text.map((body) => Buffer.from(body)),
  fc.uint8Array({ maxLength: 200 }).map((body) => Buffer.from(body)),
);
/** Not `.` and `..`, which make another path before it is sent. */
const segment = fc.stringMatching(/^[\w.:%~-]{1,20}$/).filter((id) => !/^(?:\.|%2e){1,2}$/i.test(id));
const path = fc.constantFrom(...ROUTES).chain(({ path: pattern, method }) =>
  fc.tuple(segment, fc.option(fc.stringMatching(/^[\w=&%.:-]{0,30}$/), { nil: "" })).map(([id, query]) => ({
    method,
    url: pattern.replaceAll(/\{[a-z_]+\}/g, id) + (query === "" ? "" : `?${query}`),
  })),
);
const headerValue = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 ,;="\\.:-_%/é\t')), maxLength: 40 });

/** Either a documented success or a registered problem; `createTestingHttp` holds the rest against the document. */
function assertAnswered(told: Told): void {
  assert.ok(told.status < 500 || told.status === 503, told.text);
  if (told.status >= 400) assertProblem(told);
}

test("whatever the body is, the answer is documented and no accident", async () => {
  const { ask } = createTestingHttp();
  const statuses = new Set<number>();
  const property = fc.asyncProperty(bytes, async (raw) => {
    const told = await ask("requester", "POST", "/v1/actions", { raw, headers: AT_ONCE });
    statuses.add(told.status);
    assertAnswered(told);
  });
  await fc.assert(property, { numRuns: RUNS });
  assert.ok(statuses.has(200) && statuses.has(400), [...statuses].join(" "));
});

test("whatever the path, query, role and body are, the answer is documented and no accident", async () => {
  const { ask, engine } = createTestingHttp();
  for (const adapter of ADAPTERS.slice(0, -1)) {
    await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter }, headers: AT_ONCE });
  }
  const ids = engine.list({ limit: 10 }).items.map(({ id }) => id);
  const statuses = new Set<number>();
  const property = fc.asyncProperty(
    path,
    fc.constantFrom(...ROLES),
    fc.oneof(bytes, fc.constant(Buffer.from("{}"))),
    fc.option(fc.constantFrom(...ids), { nil: null }),
    async ({ method, url }, role, raw, id) => {
      const aimed = id === null ? url : url.replace(/(actions|receipts|dead-letters)\/[^/?]+/, `$1/${id}`);
      const body = method === "GET" ? {} : { raw };
      const told = await ask(role, method, aimed, { ...body, headers: { ...AT_ONCE, "if-match": "*" } });
      statuses.add(told.status);
      assertAnswered(told);
    },
  );
  await fc.assert(property, { numRuns: RUNS });
  for (const status of [200, 400, 403, 404]) assert.ok(statuses.has(status), [...statuses].join(" "));
});

test("whatever the headers are, the answer is documented and its own headers are clean", async () => {
  const { ask } = createTestingHttp();
  const names = fc.constantFrom(
    "idempotency-key",
    "prefer",
    "x-correlation-id",
    "traceparent",
    "tracestate",
    "if-match",
    "content-type",
    "content-encoding",
    "authorization",
    "accept-version",
    "origin",
  );
  const property = fc.asyncProperty(fc.dictionary(names, headerValue, { maxKeys: 5 }), async (headers) => {
    const told = await ask("requester", "POST", "/v1/actions", { body: ECHO, headers });
    assertAnswered(told);
    assert.match(String(told.headers["x-correlation-id"]), /^[A-Za-z0-9._:-]{1,128}$/);
    assert.match(String(told.headers["traceparent"]), /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/);
  });
  await fc.assert(property, { numRuns: RUNS });
});
