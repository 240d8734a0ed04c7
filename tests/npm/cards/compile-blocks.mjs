// Compiles messages' blocks and modal views as literals of Slack's own types, in which no block is of an unknown kind.
// In: { name: blocks or view }. Out: { name: [what the compiler says] }, without those that compile.
import { question } from "../input.mjs";
import { misfits } from "../types.mjs";

const view = 'Omit<ModalView, "blocks"> & { blocks: KnownBlock[] }';
const drawn = Object.entries(await question())
  .map(([name, value]) => [name, Array.isArray(value) ? "KnownBlock[]" : view, value]);
console.log(JSON.stringify(misfits('import type { KnownBlock, ModalView } from "@slack/types";', drawn)));
