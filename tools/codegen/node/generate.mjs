// Reads an OpenAPI document, writes its types: `node generate.mjs < openapi.json > schema.ts`.
import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const BRANDS = {
  Uuid: { format: "uuid", says: "A UUID (RFC 9562), in hexadecimal digits and hyphens." },
  Instant: { format: "date-time", says: "A moment, with its offset from UTC (RFC 3339)." },
  CalendarDate: { format: "date", says: "A day of the calendar, such as 2026-12-24." },
  WallClock: { format: "date-time-local", says: "A date and time as a clock on the wall shows them: no offset." },
};
const NAMES = Object.fromEntries(Object.entries(BRANDS).map(([name, { format }]) => [format, name]));
const UNUSED = new Set(["webhooks", "$defs"]);

const document = JSON.parse(await text(process.stdin));
const { schemas } = document.components;

const nodes = await openapiTS(structuredClone(document), {
  alphabetize: true,
  defaultNonNullable: false, // a default lets a request leave the field out; it does not make the field required
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  silent: true,
  transform: ({ format }) => (format in NAMES ? ts.factory.createTypeReferenceNode(NAMES[format]) : undefined),
});

process.stdout.write(
  [
    "// Generated from openapi.json by `uv run codegen`; what is edited here is lost.",
    "",
    "declare const brand: unique symbol;",
    "/** A string of which more is known than that it is one: it can be used as a string, but no string as it. */",
    "export type Branded<Name extends string> = string & { readonly [brand]: Name };",
    ...Object.entries(BRANDS).flatMap(([name, { says }]) => [`/** ${says} */`, `export type ${name} = Branded<"${name}">;`]),
    "",
    astToString(nodes.filter((node) => !UNUSED.has(node.name?.text))).trimEnd(),
    "",
    ...[...unions()].flatMap(values),
    "",
  ].join("\n"),
);

/** The unions of literals that schemas are or have: enumerations, and what tells the members of a union apart. */
function* unions() {
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.enum) yield { name, literals: schema.enum };
    if (schema.discriminator) {
      const { propertyName, mapping } = schema.discriminator;
      yield { name, property: propertyName, literals: Object.keys(mapping) };
    }
    for (const [property, { enum: literals }] of Object.entries(schema.properties ?? {})) {
      if (literals) yield { name, property, literals };
    }
  }
}

/** An array of a union's literals, and a name for the union if it has none yet. */
function values({ name, property, literals }) {
  const union = property ? name + capitalised(property) : name;
  const list = `${union[0].toLowerCase()}${union.slice(1)}Values`;
  return [
    ...(property ? [`export type ${union} = ${name}["${property}"];`] : []),
    `export const ${list} = ${JSON.stringify(literals, null, 2)} as const satisfies readonly ${union}[];`,
  ];
}

function capitalised(name) {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());
}
