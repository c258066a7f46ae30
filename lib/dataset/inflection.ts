/**
 * Build time: the endings that languages put on names of one word. All is folded: no accents, and the final sigma is a sigma.
 * Endings are tried against a list of words when the table is built; one that makes another word is left out.
 */

interface Pattern {
  /** What the name ends in. */
  tail: RegExp;
  /** How much of the tail is no part of the stem, in letters. */
  cut: number;
  endings: string;
}

/** The first pattern that fits counts. `-` stands for nothing. */
const patterns: Readonly<Record<string, readonly Pattern[]>> = {
  es: [
    { tail: /[oa]$/, cut: 1, endings: 'o a os as' },
    { tail: /[^aeious]$/, cut: 0, endings: '- s es' },
  ],
  pt: [
    { tail: /[oa]$/, cut: 1, endings: 'o a os as' },
    { tail: /r$/, cut: 0, endings: '- es' },
  ],
  it: [
    { tail: /[oa]$/, cut: 1, endings: 'o a i e' },
    { tail: /e$/, cut: 1, endings: 'e i' },
  ],
  fr: [
    { tail: /if$/, cut: 1, endings: 'f fs ve ves' },
    { tail: /el$/, cut: 0, endings: '- s le les' },
    { tail: /eur$/, cut: 0, endings: '- s' },
  ],
  de: [
    { tail: /um$/, cut: 2, endings: 'um ums a as' },
    { tail: /[^aeiou]$/, cut: 0, endings: '- s e en er es em n' },
    { tail: /e$/, cut: 0, endings: '- s n' },
  ],
  nl: [
    { tail: /um$/, cut: 2, endings: 'um ums a as' },
    { tail: /[^aeiou]$/, cut: 0, endings: '- s e en' },
  ],
  sv: [
    { tail: /um$/, cut: 2, endings: 'um ums et ets a as an ans ana' },
    { tail: /a$/, cut: 1, endings: 'a as an ans or orna' },
    { tail: /[^aeiou]$/, cut: 0, endings: '- s et ets en ens er erna ar arna' },
  ],
  pl: [
    { tail: /a$/, cut: 1, endings: 'a y i ie e o om ami ach -' },
    { tail: /o$/, cut: 1, endings: 'o a u em ie' },
    { tail: /[^aeiouy]$/, cut: 0, endings: '- u owi em ie iem y i e ow om ami ach a' },
  ],
  cs: [
    { tail: /um$/, cut: 2, endings: 'um a u em - y ech ama' },
    { tail: /a$/, cut: 1, endings: 'a y e u ou o am ami ach -' },
    { tail: /o$/, cut: 1, endings: 'o a u em e' },
    { tail: /[^aeiouy]$/, cut: 0, endings: '- u em e y i ech um ama ovi a' },
  ],
  ru: [
    { tail: /ои$/, cut: 1, endings: 'и я ю ем е ев ям ями ях' },
    { tail: /а$/, cut: 1, endings: 'а ы и е у ои ою ам ами ах -' },
    { tail: /[бвгджзклмнпрстфхцчшщ]$/, cut: 0, endings: '- а у ом е ы и ов ам ами ах' },
  ],
  el: [
    { tail: /η$/, cut: 1, endings: 'η ησ ην εσ ων' },
    { tail: /α$/, cut: 1, endings: 'α ασ αν εσ ων' },
    { tail: /ο$/, cut: 1, endings: 'ο ου α ων οσ οι ουσ η ησ ην εσ' },
    { tail: /οσ$/, cut: 2, endings: 'οσ ου ο οι ων ουσ η ησ ην εσ α' },
  ],
};

/** What languages put on names that are no words of theirs: brands, and international names. */
const foreign: readonly Pattern[] = [
  { tail: /a$/, cut: 1, endings: 'a as y ie e u ou om am ach ami' },
  { tail: /o$/, cut: 1, endings: 'o os a u em ie y' },
  { tail: /t$/, cut: 1, endings: 't ts tu towi tem cie ty te tow tom tami tach ta tech tovi tet' },
  { tail: /[b-df-hj-np-tv-xz]$/, cut: 0, endings: '- s u owi em iem y ie e ow om ami ach a ech um ovi et' },
];

const cyrillic = patterns.ru ?? [];
const greek = patterns.el ?? [];

/** Shorter names are too like other words once they have endings; not so those that count in one casing only. */
const SHORTEST = 5;
const SHORTEST_EXACT = 4;

export interface Inflection {
  stem: string;
  endings: string[];
}

/** Folded name of one word; `language` undefined for names of no language. Undefined where nothing but a plural s is added. */
export function inflectionOf(name: string, language: string | undefined): Inflection | undefined {
  if (name.length < (name === name.toLowerCase() ? SHORTEST : SHORTEST_EXACT) || !/^\p{L}+$/u.test(name)) return undefined;
  const list = language === undefined ? [...foreign, ...cyrillic, ...greek] : patterns[language];
  const pattern = list?.find(({ tail }) => tail.test(name));
  if (!pattern) return undefined;
  return {
    stem: name.slice(0, name.length - pattern.cut),
    endings: pattern.endings.split(' ').map((ending) => (ending === '-' ? '' : ending)),
  };
}
