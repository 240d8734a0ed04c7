// Compiles cards as literals of the Teams SDK's own type.
// In: { name: card }. Out: { name: [what the compiler says] }, without those that compile.
import { question } from "../input.mjs";
import { misfits } from "../types.mjs";

const cards = Object.entries(await question()).map(([name, card]) => [name, "IAdaptiveCard", card]);
console.log(JSON.stringify(misfits('import type { IAdaptiveCard } from "@microsoft/teams.cards";', cards)));
