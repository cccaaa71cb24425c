import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { scratch } from "@holdpoint/testkit";
import { GatewayContestant, runEmptyRoute } from "./contestants.ts";
import { startGateway } from "./gateway-server.ts";
import { measureActions } from "./measure.ts";

const STAND_IN = fileURLToPath(new URL("../fixture/stand-in-main.ts", import.meta.url));
const validity = { lagP99Ms: 5000, achievedRatio: 0.5 };
const TIMES = { warmUpMs: 50, measureMs: 200, halfRateMs: 300, validity };

describe("contestants", () => {
  test("a gateway is measured at its peak, at one caller and at half of its peak; its tokens outlive it", async (t) => {
    const contestant = new GatewayContestant(join(scratch(t), "data"), STAND_IN);
    for (let round = 0; round < 2; round += 1) {
      const { many, one, half } = await contestant.run(TIMES);
      assert.ok(one !== undefined && half !== undefined);
      assert.ok(many.perSecond > 0 && one.perSecond > 0);
      const share = half.perSecond / many.perSecond;
      assert.ok(share > 0.45 && share < 0.55, `half of the peak was ${share}`);
    }
    assert.match(contestant.answer, /"state":"SUCCEEDED"/);
  });

  test("the empty route answers the constant that it was given, and reads the body", async () => {
    const { many } = await runEmptyRoute('{"state":"SUCCEEDED","a":1}', TIMES);
    assert.ok(many.perSecond > 0);
    await assert.rejects(runEmptyRoute('{"state":"DENIED"}', TIMES), /check: body fits/);
  });

  test("answers of an unauthorized caller are not counted as actions", async (t) => {
    const gateway = await startGateway({ folder: join(scratch(t), "data"), command: STAND_IN });
    try {
      await assert.rejects(measureActions(gateway, "wrong", { connections: 1, ...TIMES }), /status 401/);
    } finally {
      await gateway.stop();
    }
  });
});
