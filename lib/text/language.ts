/** Tells the language of a text by its commonest little words: enough to know that "IRS" on an English page is no French class of medicines. */
import { fold } from '../dataset/fold.ts';

/** Folded, and each in one language's list only, or nearly so. */
const littleWords: Readonly<Record<string, string>> = {
  en: 'the and of to is that for with was have this are you my on from',
  es: 'el los las una por con para como pero mas del muy desde hace sin',
  fr: 'le les des une est pour dans avec pas sur ce qui je mais du et ou',
  de: 'der die das und ist nicht ein eine mit ich auch von auf bei zu den dem',
  pt: 'nao uma com para mais mas os dos das pelo foi eu voce meu ao em',
  it: 'il che di gli non una per con sono della dei nel ho mi alla piu',
  nl: 'het een van niet dat ik zijn voor met ook maar bij naar geen heb op pas dan enkele vaker werken geven wordt worden',
  pl: 'nie sie jest na do ze jak ale przez od po czy mam lub oraz',
  cs: 'je se na ze jsem ale pri nebo po jako jsou byl mi uz kdyz',
  sv: 'och att det som en av inte jag med den till har ar om men pa',
};
const scripts: readonly [RegExp, string][] = [
  [/[а-я]/u, 'ru'],
  [/[α-ω]/u, 'el'],
];

const languages = Object.entries(littleWords).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }));
const FEWEST = 2;

/** The primary subtag of the language a text is most like, or undefined where too little tells. */
export function languageOf(text: string): string | undefined {
  const words = fold(text).split(/[^\p{L}]+/u);
  let best: string | undefined;
  let most = FEWEST - 1;
  for (const { language, words: little } of languages) {
    const count = words.reduce((sum, word) => sum + Number(little.has(word)), 0);
    if (count > most) {
      most = count;
      best = language;
    } else if (count === most) best = undefined;
  }
  return best ?? scripts.find(([script]) => words.filter((word) => script.test(word)).length * 2 > words.length)?.[1];
}
