/** What all three apps show: rows whose text, order and number change with every drawing. */
const subjects = ['kratom', 'sertraline', 'kratom with sertraline', 'tea', 'sleep'];

/** The rows of one drawing; the last of a run is like any other. */
export function rowsAt(turn) {
  const count = 12 + (turn % 5);
  const rows = Array.from({ length: count }, (_, index) => ({
    key: `row-${index}`,
    subject: subjects[(index + turn) % subjects.length],
    note: turn % 3 === index % 3 ? `seen ${turn} times` : '',
  }));
  // A shuffle that is the same on every run.
  return rows.sort((a, b) => ((Number(a.key.slice(4)) * 7 + turn) % 17) - ((Number(b.key.slice(4)) * 7 + turn) % 17));
}

const errors = [];

/** Gives the page `rerender(times)` and `appErrors`. `draw(turn)` draws at once. */
export function expose(draw) {
  window.appErrors = errors;
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  const log = console.error;
  console.error = (...parts) => {
    errors.push(parts.join(' '));
    log(...parts);
  };
  const { port1, port2 } = new MessageChannel();
  const nextTask = () =>
    new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  let turn = 0;
  window.rerender = async (times) => {
    for (let left = times; left > 0; left--) {
      draw(++turn);
      await nextTask();
    }
  };
  draw(turn);
}
