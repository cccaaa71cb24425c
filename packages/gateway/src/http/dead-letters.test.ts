import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestingHttp } from "./testing-http.ts";
import { assertProblem, createTestingHttp, ECHO, field } from "./testing-http.ts";

async function withLetters(count: number): Promise<TestingHttp & { readonly ids: readonly string[] }> {
  const http = createTestingHttp();
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const told = await http.ask("requester:ann", "POST", "/v1/actions", { body: { ...ECHO, adapter: "fail" } });
    ids.push(field(told, "id"));
  }
  return { ...http, ids };
}

test("dead letters are listed, paged, filtered and read", async () => {
  const { ask, ids } = await withLetters(3);
  const page = await ask("operator", "GET", "/v1/dead-letters?limit=2");
  const items = page.body["items"] as { id: string; class: string; payload: string }[];
  assert.deepEqual(
    items.map(({ id }) => id),
    [ids[2], ids[1]],
  );
  assert.equal(items[0]?.class, "execution_error");
  assert.equal(items[0]?.payload, `/v1/actions/${ids[2]}`);
  const rest = await ask("observer", "GET", `/v1/dead-letters?cursor=${field(page, "cursor")}`);
  assert.equal((rest.body["items"] as unknown[]).length, 1);
  const count = async (query: string): Promise<number> =>
    ((await ask("observer", "GET", `/v1/dead-letters?${query}`)).body["items"] as unknown[]).length;
  assert.equal(await count("failure_class=timeout"), 0);
  assert.equal(await count("failure_class=execution_error&status=open&adapter=fail"), 3);
  assert.equal(await count("since=2027-01-01T00:00:00Z"), 0);
  assertProblem(await ask("observer", "GET", "/v1/dead-letters?status=lost"), "HP-GATEWAY-QUERY");
  assert.equal((await ask("observer", "GET", `/v1/dead-letters/${ids[0]}`)).body["id"], ids[0]);
});

test("a requester reads its own letter by id and no list", async () => {
  const { ask, ids } = await withLetters(1);
  assert.equal((await ask("requester:ann", "GET", `/v1/dead-letters/${ids[0]}`)).status, 200);
  assertProblem(await ask("requester:bob", "GET", `/v1/dead-letters/${ids[0]}`), "HP-GATEWAY-NOT-FOUND");
  assertProblem(await ask("requester:ann", "GET", "/v1/dead-letters/act_0"), "HP-GATEWAY-NOT-FOUND");
  assertProblem(await ask("requester:ann", "GET", "/v1/dead-letters"), "HP-GATEWAY-FORBIDDEN");
});

test("a letter read by its id has the arguments, a list has not", async () => {
  const { ask, engine, ids } = await withLetters(2);
  const id = ids[1] ?? "";
  const letter = await ask("operator", "GET", `/v1/dead-letters/${id}`);
  assert.deepEqual(letter.body["arguments"], engine.get(id)?.arguments);
  assert.deepEqual(letter.body["arguments"], ECHO["arguments"]);
  const { arguments: _, ...listed } = letter.body;
  const page = await ask("operator", "GET", "/v1/dead-letters");
  const items = page.body["items"] as { id: string }[];
  assert.equal(items.length, 2);
  assert.deepEqual(
    items.find((item) => item.id === id),
    listed,
  );
  assert.doesNotMatch(page.text, /hello/);
});

test("replay is a plan, then a run that can be followed and aborted", async () => {
  const { ask, ids, engine } = await withLetters(3);
  const filter = { failure_class: "execution_error", adapter: "fail", since: "2026-01-01T00:00:00Z" };
  const planned = await ask("operator", "POST", "/v1/dead-letters/replay", { body: { mode: "plan", filter } });
  assert.equal(planned.status, 200);
  assert.equal(planned.body["count"], 3);
  assert.deepEqual(planned.body["filter"], { ...filter, since: "2026-01-01T00:00:00.000Z" });
  assert.equal(engine.list({ limit: 10 }).items.length, 3);
  const body = { mode: "run", plan_id: planned.body["id"], rate_per_second: 5, max: 2 };
  const run = await ask("operator", "POST", "/v1/dead-letters/replay", { body });
  assert.equal(run.status, 202);
  assert.equal(run.body["started"], 2);
  const where = String(run.headers["location"]);
  assert.equal(where, `/v1/dead-letters/replay/${field(run, "id")}`);
  assert.equal((await ask("observer", "GET", where)).body["plan_id"], planned.body["id"]);
  assert.equal((await ask("operator", "POST", `${where}/abort`)).body["state"], "aborted");
  assertProblem(await ask("operator", "POST", "/v1/dead-letters/replay", { body }), "HP-GATEWAY-REPLAY-PLAN");
  const original = (await ask("observer", "GET", `/v1/dead-letters/${ids[0]}`)).body;
  assert.equal(original["status"], "open");
  assert.equal((original["replays"] as unknown[]).length, 1);
});

test("a replay without a filter is refused, and so is one that makes no sense", async () => {
  const { ask } = await withLetters(1);
  const path = "/v1/dead-letters/replay";
  assertProblem(
    await ask("operator", "POST", path, { body: { mode: "plan", filter: {} } }),
    "HP-GATEWAY-REPLAY-FILTER",
  );
  const wrong: readonly unknown[] = [
    undefined,
    {},
    { mode: "go" },
    { mode: "plan" },
    { mode: "plan", filter: { ids: [] } },
    { mode: "plan", filter: { ids: Array.from({ length: 1001 }, (_, index) => `act_${index}`) } },
    { mode: "plan", filter: { failure_class: "bad_luck" } },
    { mode: "plan", filter: { adapter: "fail", colour: "red" } },
    { mode: "run" },
    { mode: "run", plan_id: "plan_1", rate_per_second: 0 },
    { mode: "run", plan_id: "plan_1", rate_per_second: 1001 },
    { mode: "run", plan_id: "plan_1", max: 1.5 },
    { mode: "run", plan_id: "plan_1", filter: {} },
  ];
  for (const body of wrong) {
    const raw = body === undefined ? { raw: "", headers: { "content-type": "application/json" } } : { body };
    assertProblem(await ask("operator", "POST", path, raw), "HP-GATEWAY-BODY");
  }
});

test("a filter's instants are instants", async () => {
  const { ask } = await withLetters(1);
  const body = { mode: "plan", filter: { until: "tomorrow" } };
  const told = await ask("operator", "POST", "/v1/dead-letters/replay", { body });
  assertProblem(told, "HP-GATEWAY-BODY");
  assert.match(field(told, "detail"), /'filter.until'/);
});

test("a run that is not there is 404", async () => {
  const { ask } = createTestingHttp();
  assertProblem(await ask("operator", "GET", "/v1/dead-letters/replay/run_0"), "HP-GATEWAY-NOT-FOUND");
  assertProblem(await ask("operator", "POST", "/v1/dead-letters/replay/run_0/abort"), "HP-GATEWAY-NOT-FOUND");
});
