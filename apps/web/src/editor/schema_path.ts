/** Where in a scenario file a place lies, and what the schema says of it. Knows no editor, so that it can be tested alone. */

export interface Schema {
  $ref?: string;
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  propertyNames?: { enum?: string[]; pattern?: string };
  additionalProperties?: Schema | boolean;
  items?: Schema;
  definitions?: Record<string, Schema>;
}

/** A key, or '[]' for an entry of a list. */
export type Path = string[];

const KEY = /^(\s*)((?:- +)*)([A-Za-z_][\w.]*):/;

/** The path of the mapping in which `text` ends, and the key whose value is being written, if any. */
export function pathAt(text: string): { path: Path; key: string | null } {
  const lines = text.split('\n');
  const last = lines.pop()!;
  const path: Path = [];
  const dash = /^(\s*)((?:- +)*)/.exec(last)!;
  let indent = dash[1]!.length + (dash[2]!.length > 0 ? 1 : 0);
  for (let i = lines.length - 1; i >= 0 && indent > 0; i--) {
    const found = KEY.exec(lines[i]!);
    if (!found || found[1]!.length >= indent) continue;
    path.unshift(found[3]!);
    if (found[2]!.length > 0) path.unshift('[]');
    indent = found[1]!.length;
  }
  if (dash[2]!.length > 0) path.push('[]');

  let key: string | null = null;
  for (const token of last.slice(dash[0].length).matchAll(/"[^"]*"?|#.*|([A-Za-z_][\w.]*)\s*:(?=\s|$)|[{}[\],]/g)) {
    const [said] = token;
    if (token[1] !== undefined) key = token[1];
    else if (said === '{' || said === '[') {
      if (key !== null) path.push(key);
      if (said === '[') path.push('[]');
      key = null;
    } else if (said === '}' || said === ']') {
      while (path.length > 0 && path.pop() === '[]' && said === '}');
      key = null;
    } else if (said === ',') key = null;
    else if (said.startsWith('#')) return { path, key: null };
  }
  return { path, key };
}

/** All schemas that may hold at a node, references followed. */
export function alternatives(root: Schema, schema: Schema): Schema[] {
  if (schema.$ref) {
    const found = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    return found ? alternatives(root, found) : [];
  }
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => alternatives(root, part));
  return [schema, ...parts];
}

function step(root: Schema, from: Schema[], name: string): Schema[] {
  return from.flatMap((schema) => {
    const next = name === '[]' ? schema.items : schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
    return next ? alternatives(root, next) : [];
  });
}

export function schemasAt(root: Schema, path: Path): Schema[] {
  return path.reduce((from, name) => step(root, from, name), alternatives(root, root));
}

export interface Offer { label: string; description: string }

/** Keys that may stand in the mapping at `path`. */
export function keysAt(root: Schema, path: Path): Offer[] {
  const offers = new Map<string, string>();
  for (const schema of schemasAt(root, path)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) offers.set(name, descriptionOf(alternatives(root, property)));
    for (const name of schema.propertyNames?.enum ?? []) if (!offers.has(name)) offers.set(name, '');
  }
  return [...offers].map(([label, description]) => ({ label, description }));
}

/** Words that may be the value of `key` in the mapping at `path`. */
export function valuesAt(root: Schema, path: Path, key: string): string[] {
  return schemasAt(root, [...path, key]).flatMap((schema) => (schema.enum ?? []).map(String));
}

export function descriptionOf(schemas: Schema[]): string {
  return schemas.map((schema) => schema.description).find((words) => words !== undefined) ?? '';
}
