// Reads texts as markdown, as the official renderer does.
// In: [markdown]. Out: [HTML].
import markdownit from "markdown-it";
import { question } from "../input.mjs";

const reader = markdownit();
console.log(JSON.stringify((await question()).map(text => reader.render(text))));
