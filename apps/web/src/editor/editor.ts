/** A YAML editor with marks for problems, and completion and help from the schema. */

import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Problem } from '../engine';
import { completions, helpAt } from './schema_help';

export interface Editor {
  text(): string;
  replace(text: string): void;
  mark(problems: Problem[]): void;
  goTo(line: number, column: number): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--vermillion-text)' },
]);

const look = EditorView.theme({
  '&': { fontSize: '0.9375rem', backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", Consolas, monospace', minHeight: '16rem', maxHeight: '60vh' },
  '.cm-gutters': { backgroundColor: 'var(--shade)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--pale) !important' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--line)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--blue)', color: 'var(--on-blue)' },
  '.schema-help': { padding: '0.4rem 0.6rem', maxWidth: '28rem' },
});

export function makeEditor(parent: HTMLElement, text: string, label: string, onedit: () => void): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), closeBrackets(), highlightActiveLine(), EditorView.lineWrapping,
        yaml(), syntaxHighlighting(colours), indentUnit.of('  '), look,
        autocompletion({ override: [completions] }),
        hoverTooltip((editor, position) => helpAt(editor.state, position)),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => { if (update.docChanged) onedit(); }),
      ],
    }),
  });
  view.scrollDOM.tabIndex = -1;

  const offset = (line: number, column: number): number => {
    const found = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
    return Math.min(found.from + column - 1, found.to);
  };
  return {
    text: () => view.state.doc.toString(),
    replace(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    mark(problems) {
      const diagnostics = problems.map((problem): Diagnostic => {
        const from = offset(problem.line ?? 1, problem.column ?? 1);
        const to = Math.max(from + 1, view.state.doc.lineAt(from).to);
        return { from, to: Math.min(to, view.state.doc.length), severity: 'error', message: problem.message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offset(line, column) }, scrollIntoView: true });
      view.focus();
    },
  };
}
