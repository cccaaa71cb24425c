import assert from "node:assert/strict";
import { test } from "node:test";
import { actorLimit } from "../auth/actor-limit.ts";
import { retryAfterMsOf } from "../errors/retry-after.ts";
import { RuntimeSettings } from "../settings/runtime-settings.ts";
import type { Admit } from "./admit-request.ts";
import { requestAdmission } from "./admit-request.ts";
import { GET_CAPABILITIES } from "./routes/get-capabilities.ts";
import { GET_LIVENESS } from "./routes/get-liveness.ts";
import { PATCH_CONFIG } from "./routes/patch-config.ts";
import { TESTING_TOKENS } from "./testing-http.ts";

interface Gate {
  readonly admit: Admit;
  readonly settings: RuntimeSettings;
  at(nowMs: number): void;
}

function gate(limits: { requests_per_second_per_actor: number; burst_per_actor: number }): Gate {
  const settings = new RuntimeSettings({ file: { limits } });
  let nowMs = 1_000_000;
  return {
    admit: requestAdmission(
      TESTING_TOKENS,
      actorLimit(settings, () => nowMs),
    ),
    settings,
    at: (instant) => {
      nowMs = instant;
    },
  };
}

const ONE = { requests_per_second_per_actor: 1, burst_per_actor: 1 };

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return assert.fail("nothing was thrown");
}

test("a route that needs no token asks for none and costs nothing", () => {
  const { admit } = gate(ONE);
  for (let request = 0; request < 10; request += 1) assert.equal(admit(GET_LIVENESS, undefined), null);
  assert.equal(admit(GET_CAPABILITIES, "Bearer requester")?.actor, "requester");
});

test("no token and an unknown one are told apart only by whether there was a header", () => {
  const { admit } = gate(ONE);
  const refused = { code: "HP-GATEWAY-UNAUTHENTICATED" };
  assert.throws(() => admit(GET_CAPABILITIES, undefined), { ...refused, message: /missing/ });
  for (const header of ["", "Bearer ", "Bearer nobody", "Basic eA=="]) {
    assert.throws(() => admit(GET_CAPABILITIES, header), { ...refused, message: "the token is not known" });
  }
});

test("a role that is missing is named, and asking for it counts as a request", () => {
  const { admit } = gate(ONE);
  assert.throws(() => admit(PATCH_CONFIG, "Bearer requester:ann"), {
    code: "HP-GATEWAY-FORBIDDEN",
    message: /operator/,
  });
  assert.throws(() => admit(PATCH_CONFIG, "Bearer requester:ann"), { code: "HP-GATEWAY-RATE-LIMITED" });
});

test("tokens of one actor share its limit, two actors do not", () => {
  const { admit } = gate(ONE);
  admit(GET_CAPABILITIES, "Bearer requester:ann");
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer observer:ann"), { code: "HP-GATEWAY-RATE-LIMITED" });
  assert.equal(admit(GET_CAPABILITIES, "Bearer requester:bob")?.actor, "bob");
});

test("the refusal says when there is a request again, and then there is", () => {
  const { admit, at } = gate({ requests_per_second_per_actor: 2, burst_per_actor: 1 });
  admit(GET_CAPABILITIES, "Bearer requester");
  const waitMs = retryAfterMsOf(thrownBy(() => admit(GET_CAPABILITIES, "Bearer requester")));
  assert.equal(waitMs, 500);
  at(1_000_000 + 499);
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer requester"), { code: "HP-GATEWAY-RATE-LIMITED" });
  at(1_000_000 + 500);
  assert.equal(admit(GET_CAPABILITIES, "Bearer requester")?.actor, "requester");
});

test("a clock that steps back gives nobody more, and locks nobody out", () => {
  const { admit, at } = gate(ONE);
  admit(GET_CAPABILITIES, "Bearer requester");
  at(0);
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer requester"), { code: "HP-GATEWAY-RATE-LIMITED" });
  at(1001);
  assert.equal(admit(GET_CAPABILITIES, "Bearer requester")?.actor, "requester");
});

test("another limit counts from the next request on", () => {
  const { admit, settings } = gate(ONE);
  admit(GET_CAPABILITIES, "Bearer requester");
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer requester"), { code: "HP-GATEWAY-RATE-LIMITED" });
  settings.apply(settings.plan({ limits: { burst_per_actor: 3 } }));
  admit(GET_CAPABILITIES, "Bearer requester");
  admit(GET_CAPABILITIES, "Bearer requester");
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer requester"), { code: "HP-GATEWAY-RATE-LIMITED" });
});
