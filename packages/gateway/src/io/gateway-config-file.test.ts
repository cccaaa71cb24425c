import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { readGatewayConfigFile } from "./gateway-config-file.ts";

const CONFIG = "version: 1\npolicy: sub/policy.yaml\nadapters: []\n";

function refusal(file: string): string {
  try {
    readGatewayConfigFile(file, {});
  } catch (error) {
    assert.ok(error instanceof HoldpointError && error.code === "HP-GATEWAY-CONFIG", String(error));
    return `${error.place.line ?? ""} ${error.message}`;
  }
  return "read";
}

test("the policy is read from beside the file, wherever the process is", (t) => {
  const folder = scratch(t, { "gateway.yaml": CONFIG, "sub/policy.yaml": "version: 1\n" });
  const { policy } = readGatewayConfigFile(join(folder, "gateway.yaml"), {});
  assert.deepEqual(policy, { file: join(folder, "sub/policy.yaml"), text: "version: 1\n" });
});

test("what cannot be read is refused, with the line that names it", (t) => {
  const folder = scratch(t, {
    "gateway.yaml": CONFIG,
    "large.yaml": `# ${"x".repeat(1_048_576)}`,
    "binary.yaml": Uint8Array.from([0xff, 0xfe, 0xfd]),
    "sub/file": "",
    "folder.yaml": "version: 1\npolicy: sub\nadapters: []\n",
    "loop.yaml": `version: 1\npolicy: large.yaml\nadapters: []\n`,
  });
  assert.match(refusal(join(folder, "gone.yaml")), /ENOENT/);
  assert.match(refusal(join(folder, "sub")), /EISDIR/);
  assert.match(refusal(join(folder, "large.yaml")), /bytes are more than the limit/);
  assert.match(refusal(join(folder, "binary.yaml")), /cannot be read/);
  assert.match(refusal(join(folder, "gateway.yaml")), /^2 the policy cannot be read: .*ENOENT/);
  assert.match(refusal(join(folder, "folder.yaml")), /^2 the policy cannot be read: .*EISDIR/);
  assert.match(refusal(join(folder, "loop.yaml")), /^2 the policy cannot be read: .*limit/);
});
