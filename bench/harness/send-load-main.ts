import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadPlan } from "@holdpoint/core";
import { runLoad } from "@holdpoint/drills";

/** Sends the plan of a folder in a process of its own, leaves the artifact there and prints what it measured. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("send-load-main wants a folder with a plan.json");
const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as LoadPlan;
const { signal } = new AbortController();
const { body } = await runLoad(plan, { version: "0", folder, signal, nowMs: Date.now });
process.stdout.write(JSON.stringify(body));
