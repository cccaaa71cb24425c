import assert from "node:assert/strict";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import type { Probed } from "../../probe.ts";
import { probeConfig } from "./config.ts";
import { probeGit } from "./git.ts";
import { probeKeys } from "./keys.ts";
import { probeFolder, probeNode, probeSqlite } from "./machine.ts";

function find(probes: readonly Probed[], id: string): Probed {
  const found = probes.find((probe) => probe.id === id);
  assert.ok(found, `${id} among ${probes.map((probe) => probe.id).join(", ")}`);
  return found;
}

const stateOf = (probes: readonly Probed[], id: string): Probed["state"] => find(probes, id).state;

describe("git", () => {
  test("a clean clone that ignores what a run writes", (t) => {
    const root = gitRepository(t, { ".gitignore": ".holdpoint/\nreports/\n" });
    const probes = probeGit(root);
    assert.deepEqual(
      probes.map(({ id, state }) => [id, state]),
      [
        ["git", "good"],
        ["repository", "good"],
        ["clean-tree", "good"],
        ["ignored-.holdpoint", "good"],
        ["ignored-reports", "good"],
      ],
    );
    assert.match(find(probes, "repository").text, /^commit [0-9a-f]{12}$/);
  });

  test("a dirty tree and folders that are not ignored are to be looked at", (t) => {
    const root = gitRepository(t, { "a.txt": "" });
    writeFiles(root, { "b.txt": "", "c.txt": "" });
    const probes = probeGit(root);
    assert.equal(stateOf(probes, "clean-tree"), "warn");
    assert.match(find(probes, "clean-tree").text, /^2 paths differ/);
    assert.equal(stateOf(probes, "ignored-reports"), "warn");
    assert.match(find(probes, "ignored-reports").hint ?? "", /\.gitignore/);
  });

  test("no commit is in the way", (t) => {
    const probes = probeGit(scratch(t));
    assert.equal(stateOf(probes, "repository"), "bad");
    assert.equal(probes.length, 2, "nothing more is asked of what is no repository");
  });
});

describe("machine", () => {
  test("this Node and its SQLite will do", async () => {
    assert.equal(probeNode().state, "good");
    const sqlite = await probeSqlite();
    assert.equal(sqlite.state, "good", sqlite.text);
    assert.match(sqlite.text, /write-ahead log/);
  });

  test("a folder that can be written to, and nothing is left in it", (t) => {
    const root = scratch(t);
    const probes = probeFolder(root, () => Date.now());
    for (const id of ["writable", "permissions", "clock", "space"]) assert.equal(stateOf(probes, id), "good", id);
    assert.deepEqual(readdirSync(root), []);
  });

  test("a folder that is not there", (t) => {
    const probes = probeFolder(join(scratch(t), "none"), () => Date.now());
    assert.deepEqual(
      probes.map(({ id, state }) => [id, state]),
      [["writable", "bad"]],
    );
  });

  test("a clock that disagrees with the files, and one that was never set", (t) => {
    const root = scratch(t);
    const ahead = find(
      probeFolder(root, () => Date.now() + 3_600_000),
      "clock",
    );
    assert.equal(ahead.state, "warn");
    assert.match(ahead.text, /ms apart/);
    assert.equal(
      stateOf(
        probeFolder(root, () => 0),
        "clock",
      ),
      "bad",
    );
  });
});

describe("keys", () => {
  test("none yet", (t) => {
    const probes = probeKeys(scratch(t));
    assert.deepEqual(
      probes.map(({ id, state }) => [id, state]),
      [
        ["signing-key", "good"],
        ["governance-keys", "warn"],
      ],
    );
  });

  test("a key that others may read is in the way", (t) => {
    const root = scratch(t, { ".holdpoint/keys/a.key": "", ".holdpoint/keys/a.pub": "", "governance/keys/a.json": "" });
    const key = join(root, ".holdpoint", "keys", "a.key");
    chmodSync(key, 0o600);
    assert.deepEqual(
      probeKeys(root).map(({ state }) => state),
      ["good", "good"],
    );
    chmodSync(key, 0o640);
    const [own] = probeKeys(root);
    assert.equal(own?.state, "bad");
    assert.match(own?.text ?? "", /others may read a\.key/);
  });
});

describe("configuration", () => {
  test("one that is read, one that is wrong, one that is not there", (t) => {
    const root = gitRepository(t, {
      "holdpoint.yaml": "version: 1\nservice: app\nprofiles: { release: { gates: { tests: } } }\n",
    });
    assert.deepEqual(probeConfig(root, undefined), {
      id: "config",
      state: "good",
      text: "holdpoint.yaml: service app, profiles release",
      hint: null,
    });
    writeFileSync(
      join(root, "holdpoint.yaml"),
      "version: 1\nservice: app\nprofiles: { release: { gates: { tset: } } }\n",
    );
    const wrong = probeConfig(root, undefined);
    assert.equal(wrong.state, "bad");
    assert.match(wrong.text, /^holdpoint\.yaml:3:33: there is no gate called "tset"; did you mean "tests"\?$/);
    assert.match(probeConfig(root, "none.yaml").hint ?? "", /holdpoint init/);
  });
});
