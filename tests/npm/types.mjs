// Compiles values as literals of published types, in one run of the compiler.
import { fileURLToPath } from "node:url";
import ts from "typescript";

// imports: TypeScript, on one line. values: [name, type, value]. Returns { name: [what the compiler says] }, without those
// that compile.
export function misfits(imports, values) {
  const file = fileURLToPath(new URL("values.generated.ts", import.meta.url));
  const source = [
    imports,
    ...values.map(([, type, value], i) => `export const value${i}: ${type} = ${literal(value)};`),
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
    const name = line > 0 ? values[line - 1][0] : "(all)";
    (wrong[name] ??= []).push(ts.flattenDiagnosticMessageText(found.messageText, "\n"));
  }
  return wrong;
}

// JSON is a literal of the language but for the two line ends that JSON allows in strings.
function literal(value) {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, c => "\\u" + c.charCodeAt(0).toString(16));
}
