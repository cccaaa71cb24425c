import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, death } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("one letter among many is named by its class and action", () => {
  const deaths = [
    death(),
    death({ failureClass: "timeout", letterClass: "unknown" }),
    death({ failureClass: "unknown" }),
  ];
  const { code, observed, reason, flip } = judged({ deaths });
  assert.deepEqual([code, observed], ["class-differs", 1]);
  assert.equal(reason, "1 letter with another class: timeout, act_timeout");
  assert.equal(flip, "would pass with the action's class");
});

test("nothing on both sides is no agreement", () => {
  assert.equal(judged({ deaths: [death({ actionDigest: "", letterDigest: "" })] }).code, "digest-differs");
  assert.equal(judged({ deaths: [death({ traceparent: "", letterTraceparent: "" })] }).code, "trace-differs");
});

test("the whole traceparent counts, not its trace alone", () => {
  const { traceparent } = death();
  const letterTraceparent = traceparent.replace("00f067aa0ba902b7", "00f067aa0ba902b8");
  assert.equal(judged({ deaths: [death({ letterTraceparent })] }).code, "trace-differs");
});

test("a letter that is wrong in everything is told in everything", () => {
  const wrong = { letterClass: "", letterDigest: "", letterCorrelation: "", letterTraceparent: "" };
  const { code, reason } = judged({ deaths: [death(wrong), death({ failureClass: "timeout", ...wrong })] });
  assert.equal(code, "class-differs");
  assert.match(
    reason,
    /^2 letters with another class: .*; 2 letters with another digest: .*; and 1 more such finding$/,
  );
});
