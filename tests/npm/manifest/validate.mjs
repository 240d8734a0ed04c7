// Validates a Teams app manifest against Microsoft's JSON schema of the version that it names.
// In: manifest. Out: { newest: the newest version that Microsoft's package carries, wrong: [what is wrong] }.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { question } from "../input.mjs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const manifest = await question();
const schemas = new URL("../node_modules/@microsoft/app-manifest/build/json-schemas/teams/", import.meta.url);
const versions = fs.readdirSync(schemas).filter(name => /^v\d+\.\d+$/.test(name)).map(name => name.slice(1));
const newest = versions.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);

const file = new URL(path.posix.join(`v${manifest.manifestVersion}`, "MicrosoftTeams.schema.json"), schemas);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(file, "utf8")));
const wrong = validate(manifest) ? [] : validate.errors.map(e => `${e.instancePath} ${e.message}`);
console.log(JSON.stringify({ newest, wrong }));
