// Validates cards against Microsoft's JSON schema of Adaptive Cards 1.5.0.
// In: { name: card }. Out: { name: [what is wrong] }, without those that are right.
import { createRequire } from "node:module";
import { question } from "../input.mjs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");
const addFormats = require("ajv-formats");

const schema = require("../schemas/adaptive-card-1.5.0.json");
const { id, ...rest } = schema;
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
addFormats(ajv);
const validate = ajv.compile({ ...rest, $id: id });

const wrong = {};
for (const [name, card] of Object.entries(await question())) {
  const { msteams, ...standard } = card; // Teams' own block, which the schema does not know
  if (!validate(standard)) wrong[name] = validate.errors.map(e => `${e.instancePath} ${e.message}`);
}
console.log(JSON.stringify(wrong));
