import type { HttpLoad } from "./http-load.ts";
import { send } from "./send.ts";

const [argument] = process.argv.slice(2);
if (argument === undefined) throw new Error("sender-main wants a load as JSON");
console.log(JSON.stringify(await send(JSON.parse(argument) as HttpLoad)));
