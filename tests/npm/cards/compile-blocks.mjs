// Compiles messages' blocks, modal views and homes as literals of Slack's own types, in which no block is of an unknown kind.
// In: { name: blocks or view }. Out: { name: [what the compiler says] }, without those that compile.
import { question } from "../input.mjs";
import { misfits } from "../types.mjs";

const view = kind => `Omit<${kind}, "blocks"> & { blocks: KnownBlock[] }`;
const type = value => Array.isArray(value) ? "KnownBlock[]" : view(value.type === "home" ? "HomeView" : "ModalView");
const drawn = Object.entries(await question()).map(([name, value]) => [name, type(value), value]);
console.log(JSON.stringify(misfits('import type { HomeView, KnownBlock, ModalView } from "@slack/types";', drawn)));
