/** Why a fixed one: a landing must not fail for a seed that its change has nothing to do with. */
const FIXED_SEED = 20_251_018;

const told = process.env["FUZZ_SEED"];
const seed = told === undefined ? FIXED_SEED : told === "random" ? Date.now() % 0x7fff_ffff : Number(told);
if (!Number.isInteger(seed)) throw new Error(`FUZZ_SEED wants a whole number or 'random', not '${told}'`);

try {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ seed });
} catch (error) {
  if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
}
