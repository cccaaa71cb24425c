import { writeFileSync } from "node:fs";
import { trade } from "./exchange.ts";
import { effective, knobOf, readOverrides } from "./overrides.ts";
import { summaryOf } from "./summary.ts";

/** Command of one iteration: `ITERATION` and `SUMMARY_FILE` come from the soak, the overrides from their file. */
const [file = ".state/overrides.json"] = process.argv.slice(2);
const iteration = Number(process.env["ITERATION"] ?? "1");
const knob = knobOf(process.env["MARKET_KNOB"]);
const seed = Number(process.env["MARKET_SEED"] ?? "7");
const overrides = readOverrides(file, iteration === 1);
const session = trade(effective(overrides, knob), seed * 1000 + iteration);
const summary = `${JSON.stringify(summaryOf(iteration, session, overrides), null, 2)}\n`;
const target = process.env["SUMMARY_FILE"];
if (target === undefined) process.stdout.write(summary);
else writeFileSync(target, summary);
