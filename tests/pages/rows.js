/** What all three apps show: rows whose text, order and number change with every drawing. */
const subjects = ['kratom', 'sertraline', 'kratom with sertraline', 'tea', 'sleep'];

/** The rows of one drawing. What an app does with them is said in its address: see the plans below. */
export function rowsAt(turn) {
  return (plans[location.search] ?? allRowsAt)(turn);
}

const plans = { '?feed': feedAt, '?steps': stepAt };

/** Every row changes; the last of a run is like any other. */
function allRowsAt(turn) {
  const count = 12 + (turn % 5);
  const rows = Array.from({ length: count }, (_, index) => ({
    key: `row-${index}`,
    subject: subjects[(index + turn) % subjects.length],
    note: turn % 3 === index % 3 ? `seen ${turn} times` : '',
  }));
  // A shuffle that is the same on every run.
  return rows.sort((a, b) => ((Number(a.key.slice(4)) * 7 + turn) % 17) - ((Number(b.key.slice(4)) * 7 + turn) % 17));
}

const feedLength = 100;
const changedRows = 4;
const turnsPerEntry = 10;

/** A long list of which a few rows change each time, in text and structure; now and then one enters at the top and the last one leaves. */
function feedAt(turn) {
  const newest = Math.floor(turn / turnsPerEntry);
  return Array.from({ length: feedLength }, (_, index) => {
    // A window of rows goes down the list again and again.
    const version = Math.floor((turn * changedRows - index) / feedLength) + 1;
    const number = newest - index;
    return {
      key: `row-${number}`,
      subject: subjects[(((number + version) % subjects.length) + subjects.length) % subjects.length],
      note: version % 3 === 1 ? `seen ${version} times` : '',
    };
  });
}

const stepRows = 100;

/** In turn: a list is filled, each of its rows gets a note, every second row leaves, all are gone. */
function stepAt(turn) {
  const step = turn % 4;
  const rows = Array.from({ length: stepRows }, (_, index) => ({
    key: `row-${turn - step}-${index}`,
    subject: subjects[index % subjects.length],
    note: step > 1 ? 'seen once' : '',
  }));
  return rows.filter((_, index) => step > 0 && (step < 3 || index % 2 === 0));
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
  /** Draws in frames, and answers with the time from the start of each drawing to the end of its frame, all in all, in ms. */
  window.timeInFrames = async (times) => {
    let ms = 0;
    for (let left = times; left > 0; left--) {
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      draw(++turn);
      await nextTask();
      ms += performance.now() - start;
    }
    return ms;
  };
  /** Draws in one task, with nothing in between but what hears of each change at once; answers with the time it takes, in ms. */
  window.timeAtOnce = async (times) => {
    const start = performance.now();
    for (let left = times; left > 0; left--) await draw(++turn);
    return performance.now() - start;
  };
  draw(turn);
}
