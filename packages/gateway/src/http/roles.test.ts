import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "../contract/principal.ts";
import { ROLES } from "../contract/principal.ts";
import { ROUTES } from "./routes/index.ts";
import { assertProblem, createTestingHttp } from "./testing-http.ts";

/** R requester, A approver, P operator, O observer; `-` needs no token. Written by hand, not taken from the routes. */
const MATRIX: Readonly<Record<string, string>> = {
  "POST /v1/actions": "RP",
  "GET /v1/actions": "RAPO",
  "GET /v1/actions/{id}": "RAPO",
  "POST /v1/actions/{id}/approve": "A",
  "POST /v1/actions/{id}/deny": "A",
  "POST /v1/actions/{id}/cancel": "RP",
  "POST /v1/actions/{id}/reconcile": "P",
  "GET /v1/capabilities": "RAPO",
  "GET /v1/dead-letters": "APO",
  "GET /v1/dead-letters/{id}": "RAPO",
  "POST /v1/dead-letters/replay": "P",
  "GET /v1/dead-letters/replay/{run}": "APO",
  "POST /v1/dead-letters/replay/{run}/abort": "P",
  "GET /v1/breakers": "APO",
  "GET /v1/breakers/metrics": "APO",
  "POST /v1/breakers/{name}/reset": "P",
  "GET /v1/receipts/{id}": "RAPO",
  "GET /v1/checkpoint": "RAPO",
  "GET /v1/audit-trails/{correlation_id}": "RAPO",
  "GET /v1/config": "APO",
  "PATCH /v1/config": "P",
  "POST /v1/policy/reload": "P",
  "GET /v1/keys": "-",
  "GET /v1/openapi.json": "-",
  "GET /metrics": "PO",
  "GET /livez": "-",
  "GET /readyz": "-",
};

const LETTERS: Readonly<Record<Role, string>> = { requester: "R", approver: "A", operator: "P", observer: "O" };

test("the matrix names every route and no other", () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  assert.ok(routes.length > 20);
  assert.deepEqual(routes.toSorted(), Object.keys(MATRIX).toSorted());
});

for (const [name, allowed] of Object.entries(MATRIX)) {
  const [method = "", path = ""] = name.split(" ");
  const url = path.replaceAll(/\{[a-z_]+\}/g, "x1");

  test(`${name} is for ${allowed}`, async () => {
    const { ask } = createTestingHttp();
    const body = method === "GET" ? {} : { body: {} };
    for (const role of ROLES) {
      const told = await ask(role, method, url, body);
      const isRefused = told.body["code"] === "HP-GATEWAY-FORBIDDEN";
      const isAllowed = allowed === "-" || allowed.includes(LETTERS[role]);
      assert.equal(isRefused, !isAllowed, `${role}: ${told.text}`);
      assert.notEqual(told.status, 401);
    }
    const nobody = await ask(null, method, url, body);
    if (allowed === "-") {
      assert.equal(nobody.status, 200);
      return;
    }
    assertProblem(nobody, "HP-GATEWAY-UNAUTHENTICATED");
    assert.equal(nobody.headers["www-authenticate"], 'Bearer realm="holdpoint"');
    assertProblem(await ask("nonsense", method, url, body), "HP-GATEWAY-UNAUTHENTICATED");
  });
}

test("roles add up", async () => {
  const { ask } = createTestingHttp();
  assert.equal((await ask("requester+observer:ann", "GET", "/v1/config")).status, 200);
  assertProblem(await ask("approver+observer:ann", "PATCH", "/v1/config", { body: {} }), "HP-GATEWAY-FORBIDDEN");
});

test("a request without a right is refused before its body is read", async () => {
  const { ask } = createTestingHttp();
  const broken = { raw: "{", headers: { "content-type": "text/plain" } };
  assertProblem(await ask(null, "POST", "/v1/actions", broken), "HP-GATEWAY-UNAUTHENTICATED");
  assertProblem(await ask("observer", "POST", "/v1/actions", broken), "HP-GATEWAY-FORBIDDEN");
});
