/** Completion and help at a place of the scenario file, from docs/scenario.schema.json. */

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { Tooltip } from '@codemirror/view';
import { el } from '../dom';
import { descriptionOf, keysAt, pathAt, schemasAt, valuesAt, type Schema } from './schema_path';

let schema: Promise<Schema> | null = null;
const fetched = (): Promise<Schema> => (schema ??= import('../../../../docs/scenario.schema.json').then((found) => found.default as unknown as Schema));

export async function completions(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w.]*/)!;
  if (word.from === word.to && !context.explicit) return null;
  const root = await fetched();
  const { path, key } = pathAt(context.state.sliceDoc(0, word.from));
  const options: Completion[] = key !== null
    ? valuesAt(root, path, key).map((label) => ({ label, type: 'constant' }))
    : keysAt(root, path).map(({ label, description }) => ({ label, apply: `${label}: `, info: description, type: 'property' }));
  return options.length > 0 ? { from: word.from, options, validFor: /^[\w.]*$/ } : null;
}

export async function helpAt(state: EditorState, position: number): Promise<Tooltip | null> {
  const line = state.doc.lineAt(position);
  const word = [...line.text.matchAll(/[A-Za-z_][\w.]*(?=\s*:)/g)].find((found) => {
    const from = line.from + found.index;
    return from <= position && position <= from + found[0].length;
  });
  if (!word) return null;
  const from = line.from + word.index;
  const root = await fetched();
  const words = descriptionOf(schemasAt(root, [...pathAt(state.sliceDoc(0, from)).path, word[0]]));
  if (words === '') return null;
  return { pos: from, end: from + word[0].length, above: true, create: () => ({ dom: el('div', { class: 'schema-help' }, words) }) };
}
