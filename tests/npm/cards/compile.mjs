// Compiles cards as literals of the Teams SDK's own type.
// In: { name: card }. Out: { name: [what the compiler says] }, without those that compile.
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { question } from "../input.mjs";

const cards = Object.entries(await question());
const file = fileURLToPath(new URL("cards.generated.ts", import.meta.url));
const source = [
  'import type { IAdaptiveCard } from "@microsoft/teams.cards";',
  ...cards.map(([, card], i) => `export const card${i}: IAdaptiveCard = ${literal(card)};`),
].join("\n");

const options = {
  noEmit: true,
  strict: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = path => path === file || fileExists(path);
host.readFile = path => (path === file ? source : readFile(path));
host.getSourceFile = (path, ...rest) =>
  path === file ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);

const wrong = {};
for (const found of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
  const line = found.file?.fileName === file ? found.file.getLineAndCharacterOfPosition(found.start).line : 0;
  const name = line > 0 ? cards[line - 1][0] : "(all)";
  (wrong[name] ??= []).push(ts.flattenDiagnosticMessageText(found.messageText, "\n"));
}
console.log(JSON.stringify(wrong));

// JSON is a literal of the language but for the two line ends that JSON allows in strings.
function literal(card) {
  return JSON.stringify(card).replace(/[\u2028\u2029]/g, c => "\\u" + c.charCodeAt(0).toString(16));
}
