import { expectMarks } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** In a section the first mention outside links is marked: "Kratom", and "kratom" where the first may not be. */
const first = ['Kratom', 'sertraline', 'fluoxetine'];
const second = ['kratom', 'sertraline', 'fluoxetine'];

export default pageFixture({
  what: 'that makes other things of its text without writing it anew',
  settings: { density: 'quiet' },
  marks: first,
  async check({ tab }) {
    const set = (selector: string, name: string, value: string | null): Promise<void> =>
      tab.evaluate(
        (where, attribute, to) => {
          const element = document.querySelector(where);
          if (to === null) element?.removeAttribute(attribute);
          else element?.setAttribute(attribute, to);
        },
        selector,
        name,
        value,
      );
    for (const [name, value] of [
      ['hidden', ''],
      ['style', 'visibility: hidden'],
      ['contenteditable', 'true'],
      ['role', 'navigation'],
      ['role', 'link'],
    ] as const) {
      await set('#first', name, value);
      await expectMarks(tab, second);
      await set('#first', name, null);
      await expectMarks(tab, first);
    }

    // A name of two nodes, of which one is being written for a while.
    await set('#third b', 'contenteditable', '');
    await expectMarks(tab, ['Kratom', 'fluoxetine']);
    await set('#third b', 'contenteditable', null);
    await expectMarks(tab, first);

    // A link put together apart from the page, with what it takes out of it.
    await tab.evaluate(() => {
      const line = document.querySelector('#first');
      const link = document.createElement('a');
      link.href = '#there';
      link.append(document.querySelector('#first span') ?? '');
      line?.append(link);
    });
    await expectMarks(tab, second);
    await set('#first a', 'href', null);
    await expectMarks(tab, first);

    // A shadow tree is read again when its host comes back.
    await tab.evaluate(() => {
      const host = document.querySelector('x-note');
      host?.remove();
      Object.assign(window, { host });
    });
    await expectMarks(tab, ['Kratom', 'sertraline']);
    await tab.evaluate(() => document.body.prepend((window as unknown as { host: Element }).host));
    await expectMarks(tab, first);
  },
});
