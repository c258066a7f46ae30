import { EditorState } from '@codemirror/state';
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';

/** The states before this one. */
const past = [];
let changes = 0;

function undo(editor) {
  const before = past.pop();
  if (before) editor.setState(before);
  return before !== undefined;
}

/** Colours words as it goes: letters move from one text node to another. */
const words = new MatchDecorator({ regexp: /\b(?:on|and|with)\b/gi, decoration: Decoration.mark({ class: 'word' }) });
const colours = ViewPlugin.define(
  (view) => ({
    decorations: words.createDeco(view),
    update(change) {
      this.decorations = words.updateDeco(change, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

new EditorView({
  parent: document.getElementById('editor'),
  state: EditorState.create({
    doc: 'Already on fluoxetine.',
    extensions: [colours, keymap.of([{ key: 'Mod-z', run: undo }])],
  }),
  dispatchTransactions(transactions, view) {
    if (transactions.some(({ docChanged }) => docChanged)) {
      past.push(view.state);
      document.getElementById('changes').textContent = `Changes: ${++changes}`;
    }
    view.update(transactions);
  },
});
