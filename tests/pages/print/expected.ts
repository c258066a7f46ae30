import { expect } from '../../e2e/fixtures.ts';
import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that is printed',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    const look = () =>
      tab.evaluate(() => {
        const text = document.querySelector('p') ?? document.body;
        const lines = ['note-mention', 'note-active'].map(
          (name) => getComputedStyle(text, `::highlight(${name})`).textDecorationLine,
        );
        const card = document.querySelector('note-card');
        return { lines, card: card ? getComputedStyle(card).display : 'none' };
      });
    expect(await look()).toEqual({ lines: ['underline', 'underline'], card: 'block' });
    await tab.emulate('print');
    await expect.poll(look, 'on paper').toEqual({ lines: ['none', 'none'], card: 'none' });
    await tab.emulate('screen');
    await expect.poll(look).toEqual({ lines: ['underline', 'underline'], card: 'block' });
  },
});
