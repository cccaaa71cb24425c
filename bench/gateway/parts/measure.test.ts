import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { actionPlan } from "./measure.ts";
import { submission, SUBMISSION } from "./submission.ts";

const TIMES = { connections: 9, warmUpMs: 100, measureMs: 1000 };

describe("the load of actions", () => {
  test("submits with a token to the route of actions, and takes nothing for done that is not", () => {
    const [flow] = actionPlan("http://a.example:1", "hp_t", TIMES).flows;
    const [step] = flow?.steps ?? [];
    assert.deepEqual([step?.method, step?.body], ["POST", SUBMISSION]);
    assert.deepEqual(Object.fromEntries(step?.headers ?? []), {
      authorization: "Bearer hp_t",
      "content-type": "application/json",
    });
    assert.deepEqual(step?.checks, [
      { kind: "status", in: [[200, 200]] },
      { kind: "body", matches: '"state":"SUCCEEDED"' },
    ]);
  });

  test("is closed unless it has a rate, then it is open", () => {
    const arrivals = [undefined, 250].map((perSecond) => {
      const plan = actionPlan("http://a.example:1", "t", {
        ...TIMES,
        ...(perSecond === undefined ? {} : { perSecond }),
      });
      assert.equal(plan.url, "http://a.example:1/v1/actions");
      assert.equal(plan.connections, 9);
      return plan.phases.map(({ arrival }) => arrival);
    });
    const closed = { kind: "closed", users: 9 };
    const open = { kind: "constant", ratePerS: 250 };
    assert.deepEqual(arrivals, [
      [closed, closed],
      [open, open],
    ]);
  });

  test("a submission is JSON with its number in it, and the template is one with a place for it", () => {
    assert.deepEqual(JSON.parse(submission("7")), {
      adapter: "echo",
      operation: "echo",
      arguments: { n: 7, text: "a governed action" },
    });
    assert.equal(SUBMISSION.replace("${seq}", "7"), submission("7"));
  });
});
