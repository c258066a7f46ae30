/**
 * Greek and Cyrillic letters written as ASCII. A script with one letter beyond it takes two bytes a character in memory, and as many more in
 * its file. A sign says whose letters follow, and these are moved to where Latin ones are; all else stays as it is.
 */

/** By sign: how far its letters are from their places in ASCII. */
const shifts: Readonly<Record<string, number>> = { '~': 0, '<': 0x370, '>': 0x3ef };
const signs = /[~<>]/;
const firstPlace = 0x40;
const lastPlace = 0x7a;

const isPlace = (code: number): boolean => code >= firstPlace && code <= lastPlace;

/** Throws where the text has one of the signs. */
export function toAscii(text: string): string {
  if (signs.test(text))
    throw new Error(`"${text}" has a character that stands for a script in the table of names: ${signs.exec(text)}`);
  let written = '';
  let last = '~';
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const sign = Object.keys(shifts).find((one) => isPlace(code - (shifts[one] as number)));
    if (sign !== undefined && sign !== last) {
      written += sign;
      last = sign;
    }
    written += sign === undefined ? letter : String.fromCharCode(code - (shifts[sign] as number));
  }
  return written;
}

/** The text that `toAscii` wrote so. */
export const fromAscii = (written: string): string =>
  written.replace(/([~<>])([^~<>]*)/g, (_, sign: string, letters: string) =>
    letters.replace(/[@-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + (shifts[sign] as number))),
  );
