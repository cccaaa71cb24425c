import { spawn } from "node:child_process";

const REASON_CHARACTERS_MAX = 4096;

/**
 * Runs `npm ci` with the npm that started this process, else the one on PATH. All of its output goes to stderr.
 * Resolves to `{ exitCode, reason }`; `reason` is the end of what npm said.
 */
export function npmCi(root) {
  const npm = process.env.npm_execpath;
  // Said here, because under `npm run -s` npm would refuse without a word.
  const ci = ["ci", "--loglevel=error"];
  const [program, args, shell] =
    npm === undefined ? ["npm", ci, process.platform === "win32"] : [process.execPath, [npm, ...ci], false];
  process.stderr.write("bootstrap: node_modules is not what package-lock.json says; running npm ci\n");
  return new Promise((resolve) => {
    let reason = "";
    const child = spawn(program, args, { cwd: root, shell, stdio: ["inherit", "pipe", "pipe"] });
    const keep = (chunk) => {
      process.stderr.write(chunk);
      reason = (reason + chunk).slice(-REASON_CHARACTERS_MAX);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => resolve({ exitCode: 127, reason: `npm did not start: ${error.message}` }));
    child.on("close", (code, signal) => {
      const ending = signal === null ? `npm ci ended with ${code}` : `npm ci was ended by ${signal}`;
      resolve({ exitCode: code ?? 1, reason: reason.trim() === "" ? ending : reason.trim() });
    });
  });
}
