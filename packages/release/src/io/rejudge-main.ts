import { judgeGates } from "@holdpoint/core";
import { GATES } from "@holdpoint/gates";
import { readStoredInput } from "./stored-input.ts";

/** Judges a run's stored evidence in a process of its own and prints what it found, and which variables it had. */
const runDirectory = process.argv[2] ?? "";
const gates = GATES.filter((gate) => gate.phase === "candidate");
const results = judgeGates(gates, readStoredInput(runDirectory));
process.stdout.write(JSON.stringify({ results, environment: Object.keys(process.env).sort() }));
