const SECTIONS = "ABCDEFGHIJKLMNOPQRSTUVWXY";

/** The verdict where nothing could be installed: HOLD, on stdout, as text or as the document of `promote --json`. */
export function printHold(args, reason) {
  const text = `npm refused to install what the lockfile says: ${reason}`;
  process.stdout.write(args.includes("--json") ? `${JSON.stringify(holdDocument(args, text))}\n` : holdText(reason));
}

function holdText(reason) {
  return [
    "HOLD",
    "",
    "dependencies  npm-refused",
    "  seen:    npm ci did not install what package-lock.json says",
    "  wanted:  npm ci ends with 0",
    "  to do:   repair package.json and package-lock.json so that 'npm ci' works, or bring back the network",
    "  npm said:",
    ...reason.split("\n").map((line) => `    ${line}`),
    "",
  ].join("\n");
}

function holdDocument(args, text) {
  const named = args.indexOf("--profile");
  return {
    schema: "holdpoint/verdict/v1",
    verdict: "HOLD",
    profile: (named === -1 ? undefined : args[named + 1]) ?? "release",
    candidate: null,
    run: null,
    gates: [],
    sections: { covered: [], uncovered: SECTIONS.split("") },
    holdReasons: [{ gate: "dependencies", check: null, outcome: "error", code: "npm-refused", text }],
    evidence: [],
    ledger: null,
    artifacts: [],
    durationMs: 0,
  };
}
