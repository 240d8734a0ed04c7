// Expands rules with ical.js. In: [{ rule, start, most }]. Out: for each the starts, in wall time.
import ICAL from "ical.js";
import { question } from "../input.mjs";

const asked = await question();
console.log(JSON.stringify(asked.map(({ rule, start, most }) => {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  const starts = [];
  for (let next = iterator.next(); next && starts.length < most; next = iterator.next()) starts.push(next.toString());
  return starts;
})));
