import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { answerLie } from "../mutants/lie.ts";
import { drillContext } from "../testing-drill.ts";
import { stateOf } from "./answers.ts";
import type { HouseTerms } from "./house.ts";
import { withHouse } from "./house.ts";

const TERMS: HouseTerms = {
  adapters: ({ upstream }) => [{ name: "shop", url: upstream, idempotent: true }],
  rules: [{ id: "all", adapters: ["*"], decision: "allow" }],
  approvalTtl: "60s",
  settings: {},
  lie: null,
};

test("a drill has a gateway, its other side and its policy, and leaves nothing behind", async () => {
  const { context } = drillContext();
  const left = await withHouse(context, TERMS, async (house) => {
    assert.equal(stateOf(await house.submit({ adapter: "shop" })), "SUCCEEDED");
    assert.equal(house.upstream.effects("/shop"), 1);
    const denied = await house.setPolicy([{ id: "none", adapters: ["*"], decision: "deny" }]);
    assert.equal(denied.status, 200);
    assert.equal(stateOf(await house.submit({ adapter: "shop" })), "DENIED");
    assert.equal(house.url(), house.streamUrl());
    return { url: house.url(), folder: house.dataFolder };
  });
  await assert.rejects(fetch(left.url));
  assert.ok(!existsSync(left.folder));
});

test("a lie is told by what stands in front, and one that is never told shows nothing", async () => {
  const { context } = drillContext();
  const lie = answerLie("dead", "nothing succeeds", (answer, { method }) =>
    method === "POST" ? { ...answer, body: answer.body.replace("SUCCEEDED", "DEAD") } : null,
  );
  await withHouse(context, { ...TERMS, lie }, async (house) => {
    assert.equal(stateOf(await house.submit({ adapter: "shop" })), "DEAD");
  });
  await assert.rejects(
    withHouse(context, { ...TERMS, lie }, async (house) => void (await house.get("/livez"))),
    /never told/,
  );
});
