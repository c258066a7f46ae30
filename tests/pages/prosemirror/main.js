import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** The states before this one. */
const past = [];
let changes = 0;

function undo() {
  const before = past.pop();
  if (before) view.updateState(before);
  return before !== undefined;
}

const view = new EditorView(document.getElementById('editor'), {
  state: EditorState.create({
    doc: schema.node('doc', null, [
      schema.node('paragraph', null, [
        schema.text('Already on '),
        schema.text('fluoxetine', [schema.mark('strong')]),
        schema.text('.'),
      ]),
    ]),
    plugins: [keymap({ 'Mod-z': undo }), keymap(baseKeymap)],
  }),
  dispatchTransaction(transaction) {
    if (transaction.docChanged) {
      past.push(view.state);
      document.getElementById('changes').textContent = `Changes: ${++changes}`;
    }
    view.updateState(view.state.apply(transaction));
  },
});
