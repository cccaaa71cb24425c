import Fastify from "fastify";
import { ACTIONS_PATH } from "./submission.ts";

/** The route of an action without the action: it reads and validates the same body and answers a constant. */
const [argument] = process.argv.slice(2);
if (argument === undefined) throw new Error("the empty route wants its answer as JSON");
const answer: unknown = JSON.parse(argument);
const text = { type: "string", minLength: 1, maxLength: 255 } as const;
const body = {
  type: "object",
  additionalProperties: false,
  required: ["adapter", "operation", "arguments"],
  properties: {
    adapter: text,
    operation: text,
    arguments: { type: "object" },
    session_id: text,
    risk: { enum: ["safe", "low", "medium", "high", "critical"] },
    dry_run: { type: "boolean" },
    deadline_ms: { type: "integer", minimum: 1 },
  },
} as const;

const app = Fastify({
  logger: false,
  ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } },
});
app.post(ACTIONS_PATH, { schema: { body } }, async () => answer);
console.log(JSON.stringify({ url: await app.listen({ host: "127.0.0.1", port: 0 }) }));
process.once("SIGTERM", () => {
  app.server.closeAllConnections();
  void app.close();
});
