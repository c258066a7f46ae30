/**
 * The page the paths were made for: words in 20 px monospace at fixed places, so that they are where the paths go in a
 * browser too. `pageOf` in tests/e2e/paths.spec.ts lays the same page out.
 */
import type { Rect } from '../../../../lib/card/geometry.ts';

export interface Word {
  entry: string;
  text: string;
  /** One for each line, in CSS px. */
  lines: Rect[];
}

const line = (left: number, top: number, characters: number): Rect => ({
  left,
  top,
  right: left + 12 * characters,
  bottom: top + 20,
});

/** High enough for the tallest card to stand under the words. */
export const viewport = { width: 1100, height: 1000 };
export const cardSize = { width: 348, height: 300 };

export const words: readonly Word[] = [
  { entry: 'sertraline', text: 'sertraline', lines: [line(300, 200, 10)] },
  { entry: 'kratom', text: 'kratom', lines: [line(480, 200, 6)] },
  // Under the card of the first.
  { entry: 'fluoxetine', text: 'fluoxetine', lines: [line(320, 290, 10)] },
  // Broken over two lines.
  { entry: 'st-johns-wort', text: "St. John's wort", lines: [line(860, 400, 10), line(100, 430, 4)] },
];
