import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { LoadPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { AskedLoad } from "../load/asked-load.ts";
import { askedLoad, changedLoad } from "../load/asked-load.ts";
import { normalLoad } from "../load/normal-load.ts";
import { readLoad } from "../load/read-load.ts";
import { fileGround } from "./load-ground.ts";

const FILE = "load.yaml";

/**
 * The plan that a command line means: a file with changes, or flags alone where there is `--url` and no file is named.
 *
 * @throws HoldpointError `HP-USAGE`, and what `readLoad` throws
 */
export function loadPlan(cwd: string, file: string | undefined, asked: AskedLoad): LoadPlan {
  if (file === undefined && asked.url !== undefined) return plainPlan(cwd, asked);
  const name = file ?? FILE;
  const path = resolve(cwd, name);
  if (file === undefined && !existsSync(path)) {
    throw new HoldpointError("HP-USAGE", `there is no ${FILE} here, and no --url says what is put under load`);
  }
  return readLoad(bytesOf(path, name), name, fileGround(dirname(path)), (raw) => changedLoad(raw, asked));
}

function plainPlan(cwd: string, asked: AskedLoad): LoadPlan {
  const ground = fileGround("");
  const plan = normalLoad(
    askedLoad(asked, (file) => ground.text(resolve(cwd, file))),
    ground,
  );
  if (!Array.isArray(plan)) return plan;
  throw new HoldpointError("HP-USAGE", plan.map(({ text }) => text).join("; "));
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new HoldpointError("HP-CONFIG-ABSENT", "the file is not there", { file }, cause);
    throw new HoldpointError("HP-CONFIG-SYNTAX", `the file could not be read (${code})`, { file }, cause);
  }
}
