import { writeSync } from "node:fs";

const STDERR = 2;

process.on("SIGUSR2", () => {
  writeSync(
    STDERR,
    `still open in process ${process.pid}: ${process.getActiveResourcesInfo().join(", ") || "nothing"}\n`,
  );
});
