import { describe, expect, it } from 'vitest';
// Read before the first test, since it is made from the YAML.
import 'virtual:evenhand/store';
import { answerCard, answerText } from '../../../entrypoints/background/answer-card.ts';
import { defaultSettings } from '../../../lib/settings/settings.ts';

const settings = {
  get: async () => ({ ...defaultSettings, region: 'US' }),
  update: async () => defaultSettings,
  watch: () => undefined,
};

/** The card of an entry named in a text. */
function cardIn(text: string, word: string, entry = word) {
  const start = text.indexOf(word);
  const near = { text, start, end: start + word.length };
  return answerCard({ type: 'card', entry, onPage: [], near }, settings);
}

describe('the text around a mention', () => {
  it('is searched for claims on the entry', async () => {
    const sentence = 'Our kratom is a natural, non-addictive antidepressant.';
    const card = await cardIn(`Read on. ${sentence} Ask us.`, 'kratom');
    expect(card?.claims).toEqual([
      expect.objectContaining({ id: 'claim-not-addictive', exact: sentence, rating: 'not-supported' }),
    ]);
  });

  it('makes no claim where it denies one', async () => {
    const card = await cardIn('Kratom is not a non-addictive antidepressant.', 'Kratom', 'kratom');
    expect(card?.claims).toEqual([]);
  });

  it('is not searched for claims on other entries', async () => {
    const card = await cardIn('Our kratom is a natural, non-addictive antidepressant.', 'antidepressant', 'antidepressants');
    expect(card?.claims).toEqual([]);
  });

  it('brings help where it speaks of suicide', async () => {
    const help = async (text: string) => (await cardIn(text, 'kratom'))?.safety.find(({ id }) => id === 'crisisLine')?.text;
    expect(await help('He took kratom and thought of suicide.')).toContain('988');
    expect(await help('He took kratom with tea.')).toBeUndefined();
  });

  it('may be missing', async () => {
    const card = await answerCard({ type: 'card', entry: 'kratom', onPage: [] }, settings);
    expect(card).toMatchObject({ claims: [], isCrisisNear: false });
  });
});

describe('a text to copy', () => {
  const text = (of: 'citation' | 'markdown' | 'wrong-match', entry = 'kratom') =>
    answerText({ type: 'text', of, entry, exact: 'krat' }, '1.2.3', settings);

  it('is the card, the card in Markdown, or a report', async () => {
    expect(await text('citation')).toMatch(/^Kratom: [\s\S]*\nSources\n\[1\]/);
    expect(await text('markdown')).toMatch(/^## Kratom: [\s\S]*\n### Sources\n/);
    expect(await text('wrong-match')).toContain('Words on the page: krat\nTaken for: Kratom (kratom)');
  });

  it('is nothing for an entry that does not exist', async () => {
    expect(await text('citation', 'snake-oil')).toBeNull();
  });
});
