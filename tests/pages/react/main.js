import { createElement, Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expose, rowsAt } from '../rows.js';

const Row = ({ subject, note }) =>
  createElement(
    'li',
    null,
    createElement('span', null, 'People ask about ', subject, ' and '),
    note ? createElement('em', null, 'kratom, ', note) : null,
    note ? ' or ' : createElement(Fragment, null, 'nothing ', createElement('b', null, 'else')),
    ' more.',
  );

const App = ({ turn }) =>
  createElement(
    Fragment,
    null,
    turn % 2 ? createElement('h2', null, `About kratom, turn ${turn}`) : createElement('p', null, `Turn ${turn}: sertraline`),
    createElement(
      'ul',
      null,
      rowsAt(turn).map((row) => createElement(Row, row)),
    ),
  );

const root = createRoot(document.getElementById('app'));
expose((turn) => flushSync(() => root.render(createElement(App, { turn }))));
