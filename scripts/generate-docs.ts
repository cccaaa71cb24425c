import { generateDocs } from "./docs/generate.ts";
import { ROOT } from "./root.ts";

for (const file of await generateDocs(ROOT)) console.log(`wrote ${file}`);
