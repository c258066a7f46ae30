import { expectMarks, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const seen = ['kratom', 'mirtazapine', 'citalopram'];

export default pageFixture({
  what: 'with text hidden in every way',
  marks: seen,
  async check({ tab }) {
    const steps: [name: string, show: () => void][] = [
      ['sertraline', () => document.getElementById('none')?.classList.remove('gone')],
      ['venlafaxine', () => document.getElementById('invisible')?.classList.remove('unseen')],
      ['fluoxetine', () => document.getElementById('attribute')?.removeAttribute('hidden')],
      ['bupropion', () => document.getElementById('details')?.setAttribute('open', '')],
      ['duloxetine', () => document.getElementById('heard')?.classList.remove('only-heard')],
      ['trazodone', () => document.getElementById('old')?.classList.remove('as-of-old')],
      ['paroxetine', () => document.getElementById('until-found')?.removeAttribute('hidden')],
    ];
    const marked = [...seen];
    for (const [name, show] of steps) {
      await tab.evaluate(show);
      marked.push(name);
      await expectMarks(tab, marked);
    }
    await hoverMark(tab, 'bupropion');
  },
});
