// The question on standard input, as JSON.
export async function question() {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const part of process.stdin) text += part;
  return JSON.parse(text);
}
