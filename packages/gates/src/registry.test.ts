import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { CheckInput, Gate } from "@holdpoint/core";
import {
  canonicalize,
  GATE_CHECKS_MIN,
  KIND,
  plantGate,
  SCENE_CANDIDATE,
  SCENE_NOW_MS,
  sceneEvidence,
  SECTIONS,
} from "@holdpoint/core";
import { GATES } from "./registry.ts";
import { SELF_GATE_IDS } from "./self-gates.ts";

const KINDS: ReadonlySet<string> = new Set(Object.values(KIND));
const CATALOGUE = SECTIONS.map((section) => section.id);

test("gates are registered once each, self gates last", () => {
  assert.ok(GATES.length > 0);
  const ids = GATES.map((gate) => gate.id);
  assert.equal(new Set(ids).size, ids.length);
  const phases = GATES.map((gate) => gate.phase);
  assert.deepEqual(phases, phases.toSorted(), "candidate before self");
  assert.deepEqual(
    GATES.filter((gate) => gate.phase === "self").map((gate) => gate.id),
    SELF_GATE_IDS,
  );
});

for (const gate of GATES) {
  test(`${gate.id} is a whole gate`, () => {
    assert.ok(gate.checks.length >= GATE_CHECKS_MIN, `${gate.checks.length} checks`);
    assert.ok(gate.title.length > 0 && gate.question.endsWith("?"));
    const ids = gate.checks.map((check) => check.definition.id);
    assert.equal(new Set(ids).size, ids.length, "check ids are unique");
    assert.deepEqual(gate.sections.toSorted(), unionOfSections(gate), "sections are the union of the checks'");
    for (const { definition } of gate.checks) {
      for (const kind of definition.needs)
        assert.ok(KINDS.has(kind), `${definition.id} needs the unknown kind ${kind}`);
    }
  });

  test(`${gate.id} catches every violation planted in it`, () => {
    const outcomes = plantGate(gate);
    assert.ok(outcomes.length > gate.checks.length * 2);
    assert.deepEqual(
      outcomes.filter((outcome) => !outcome.caught),
      [],
    );
  });

  test(`${gate.id} leaves facts that can be stored`, () => {
    if (gate.facts === undefined) return;
    for (const check of gate.checks) {
      const facts = gate.facts(inputOf(check.sound()));
      assert.equal(canonicalize(gate.facts(inputOf(check.sound()))), canonicalize(facts));
    }
    assert.doesNotThrow(() => gate.facts?.(inputOf({ bodies: {} })), "also when the evidence is not there");
  });
}

test("every folder of a check is registered, and every registered check has its folder", () => {
  const folder = fileURLToPath(new URL("./checks/", import.meta.url));
  const folders = readdirSync(folder).flatMap((gate) => readdirSync(`${folder}${gate}`).map((id) => `${gate}/${id}`));
  assert.ok(folders.length > 0);
  const registered = GATES.flatMap((gate) => gate.checks.map((check) => `${gate.id}/${check.definition.id}`));
  assert.deepEqual(folders.toSorted(), registered.toSorted());
});

function unionOfSections(gate: Gate): string[] {
  const spoken = new Set(gate.checks.flatMap((check) => check.definition.sections));
  return CATALOGUE.filter((id) => spoken.has(id));
}

function inputOf(scene: Parameters<typeof sceneEvidence>[0]): CheckInput {
  const evidence = sceneEvidence(scene);
  return {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: (kind) => evidence.filter((stored) => stored.evidence.kind === kind) as never,
  };
}
