/** What is expected of a page drawn on a server whose framework takes it over while it is marked. */
import { expect } from '../e2e/fixtures.ts';
import { clickOn, expectPlaces, hoverMark, shownText } from '../e2e/reading.ts';
import { type PageFixture, pageFixture } from './page-fixture.ts';

const lasting = ['title: kratom', 'split: sertraline', 'link: venlafaxine', 'later: fluoxetine'];

interface ServerWindow {
  partsOfServer: Element[];
}

export const hydrated = (framework: string): PageFixture =>
  pageFixture({
    what: `that ${framework} takes over from its server while it is marked`,
    mode: 'development',
    async check({ tab }) {
      await expectPlaces(tab, [...lasting, 'answer: mirtazapine']);
      await tab.evaluate(() => {
        (window as unknown as ServerWindow).partsOfServer = [...document.querySelectorAll('#app [id]')];
      });
      await clickOn(tab, '#wake');
      await expect
        .poll(async () => {
          await clickOn(tab, '#ask');
          return shownText(tab, '#answer');
        })
        .toMatch(/^Asked about bupropion: [1-9]/);
      await expectPlaces(tab, [...lasting, 'answer: bupropion']);
      const lost = await tab.evaluate(() =>
        (window as unknown as ServerWindow).partsOfServer.flatMap((part) => (part.isConnected ? [] : part.id)),
      );
      expect(lost, 'the parts of the server are taken over').toEqual([]);
      await hoverMark(tab, 'sertraline');
    },
  });
