/** Words that cards do not use, and why. Sources: docs/dataset-guide.md. */

export interface WordRule {
  pattern: RegExp;
  /** What is wrong, and what to write instead. */
  why: string;
}

/** Orders to a reader. Only the fixed safety strings give directions. */
export const orders: readonly WordRule[] = [
  { pattern: /\byou (?:should|must|need to|have to|ought to)\b/i, why: 'tells the reader what to do' },
  {
    pattern: /(?:^|[.!?:]\s+)(?:do not|don['’]t|never|always)\s+(?:take|use|mix|stop|start|combine|drink|exceed|drive)\b/i,
    why: 'is an order',
  },
  {
    pattern:
      /(?:^|[.!?:]\s+)(?:take|use|stop|start|avoid|lower|raise|increase|reduce|taper|switch|quit)\s+(?:it|this|them|the|your|any|taking|using)\b/i,
    why: 'is an order',
  },
];

/** Doses, recipes, shops, praise of a brand. */
export const offers: readonly WordRule[] = [
  {
    pattern: /\b\d[\d.,]*\s?(?:mg|mcg|µg|g|ml|grams?|milligrams?|micrograms?|millilit(?:re|er)s?|teaspoons?|drops)\b/i,
    why: 'gives a dose',
  },
  { pattern: /\b(?:once|twice|three times) (?:a day|daily)\b/i, why: 'gives a dose' },
  {
    pattern: /\b(?:buy|shop now|order online|discount|coupon|free shipping|best brand|top brand|best-selling|trusted vendor)\b/i,
    why: 'sells',
  },
];

/** Words that label people. */
export const stigma: readonly WordRule[] = [
  {
    pattern: /\b(?:addicts?|addicted|junk(?:ie|y|ies)|alcoholics?|druggies?)\b/i,
    why: 'labels people: write "person with … use disorder"',
  },
  {
    pattern: /\b(?:abus(?:e|es|ed|er|ers|ing)|drugs? of abuse)\b/i,
    why: 'stands only in official titles: write "misuse" or "use"',
  },
  { pattern: /\bhabit(?:s|ual|-forming)?\b/i, why: 'makes light of dependence: write "use" or "dependence"' },
  {
    pattern: /\b(?:clean|dirty) (?:urine|drug test|time|and sober)\b|\b(?:get|stay|got|stayed) clean\b/i,
    why: 'judges: write "negative test", "not using"',
  },
  { pattern: /\b(?:users?|replacement therapy)\b/i, why: 'labels people: write "people who use it"' },
  { pattern: /\b(?:suffer(?:s|ed|ing|ers?)?|victims?|afflicted)\b/i, why: 'pities: write "people with …"' },
  { pattern: /\b(?:the mentally ill|schizophrenics?|psychos?|crazy|insane)\b/i, why: 'labels people' },
];

/** How suicide is not spoken of (https://reportingonsuicide.org). */
export const suicideWording: readonly WordRule[] = [
  { pattern: /\bcommit(?:s|ted|ting)?\s+suicide\b/i, why: 'write "died by suicide"' },
  {
    pattern: /\b(?:failed|successful|unsuccessful|completed)\s+(?:suicides?|(?:suicide\s+)?attempts?)\b/i,
    why: 'write "attempt" or "died by suicide"',
  },
  { pattern: /\bsuicide (?:epidemic|crisis|wave)\b/i, why: 'write "more suicides"' },
];

export const suicideTopic = /\b(?:suicid\w*|self-harm\w*)\b/i;

/** Praise and fright. */
export const hype: readonly WordRule[] = [
  {
    pattern:
      /\b(?:miracle|breakthrough|amazing|wonder drug|revolutionary|game[- ]changer|cutting-edge|superior|powerful relief)\b/i,
    why: 'praises',
  },
  { pattern: /\b(?:shocking|horrifying|terrifying|killer|nightmare|skyrocket\w*|plague|scourge)\b/i, why: 'frightens' },
  { pattern: /\b(?:proven|proves?)\b/i, why: 'is surer than any study: say what was found' },
  { pattern: /\bno evidence\b/i, why: 'write "we found no good studies"' },
  {
    pattern: /\b(?:all[- ]natural|naturally safe|perfectly safe|completely safe|totally safe|safe and effective)\b/i,
    why: 'praises',
  },
  { pattern: /!/, why: 'shouts' },
];

/** Figures that leave the sum to the reader, or tell half of it. */
export const figures: readonly WordRule[] = [
  {
    pattern: /\b(?:1|one) (?:in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|a thousand)\b/i,
    why: 'write "x of 100"',
  },
  { pattern: /\d\s?%|\bper ?cent\b/i, why: 'write "x of 100"' },
  { pattern: /\b\d+\.\d+\b/, why: 'has a decimal: round it' },
];

/** Only a comparison, with no number of people beside it. */
export const relative =
  /\b(?:doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|twice (?:as|the)|(?:two|three|four|five|ten|\d+) times (?:as|more|the|higher|likelier)|halv(?:e|es|ed|ing))\b/i;

/** Each rule a text breaks, with the words that break it. */
export function broken(text: string, rules: readonly WordRule[]): { words: string; why: string }[] {
  return rules.flatMap(({ pattern, why }) => {
    const words = pattern.exec(text)?.[0].trim();
    return words === undefined ? [] : [{ words, why }];
  });
}
