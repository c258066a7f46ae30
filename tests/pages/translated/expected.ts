import { expectMarks, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** What browsers do that translate a page in place. */
export default pageFixture({
  what: 'that the browser translates',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    await tab.evaluate(() => {
      const german: Record<string, string> = {
        'People ask whether kratom helps.': 'Viele fragen, ob Kratom hilft.',
        'The leaflet of ': 'Der Beipackzettel von ',
        sertraline: 'Sertralin',
        ' is long.': ' ist lang.',
        'A line about nothing in particular.': 'Eine Zeile über Venlafaxin.',
      };
      document.documentElement.lang = 'de';
      document.documentElement.classList.add('translated-ltr');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const translation = german[text.data];
        if (translation === undefined) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = translation;
        outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
    await expectMarks(tab, ['Kratom', 'Sertralin', 'Venlafaxin']);
    await hoverMark(tab, 'Sertralin', 'sertraline');
  },
});
