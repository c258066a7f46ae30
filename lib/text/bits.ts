/** A set of whole numbers of up to 32 bits, spread over a table of bits: what is in it is always known, what isn't is known nearly always. */
export class Bits {
  readonly words: Int32Array;
  /** For `placeOf`. */
  readonly shift: number;

  /** @param sizeLog2 of the table, in bits; 5 to 32 */
  constructor(sizeLog2: number) {
    this.words = new Int32Array(1 << (sizeLog2 - 5));
    this.shift = 32 - sizeLog2;
  }

  add(value: number): void {
    const place = placeOf(value, this.shift);
    this.words[place >>> 5] = (this.words[place >>> 5] as number) | (1 << (place & 31));
  }

  has(value: number): boolean {
    const place = placeOf(value, this.shift);
    return ((this.words[place >>> 5] as number) & (1 << (place & 31))) !== 0;
  }

  /** For `hasTwice`, which is surer of what isn't in the set. */
  addTwice(value: number): void {
    this.add(value);
    this.add(~Math.imul(value, 0xc2b2ae35));
  }

  hasTwice(value: number): boolean {
    return this.has(value) && this.has(~Math.imul(value, 0xc2b2ae35));
  }
}

/** The bit that stands for a value. */
export const placeOf = (value: number, shift: number): number => Math.imul(value, 0x9e3779b1) >>> shift;
