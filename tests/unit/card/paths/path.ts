/** A pointer's way over the page of `layout.ts`, sample by sample, and what must come of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PathEvent {
  /** Milliseconds from the start, as everywhere here. */
  at: number;
  type:
    | 'press'
    | 'release'
    | 'click'
    | 'tap'
    | 'wheel'
    | 'scroll'
    | 'typed'
    | 'select'
    | 'deselect'
    | 'escape'
    | 'leave'
    | 'hidden';
  /** How far the page scrolls down, in px. */
  by?: number;
  /** Where a finger taps. */
  x?: number;
  y?: number;
}

export interface PointerPath {
  name: string;
  what: string;
  /** The setting; "hover" unless told. */
  mode?: 'hover' | 'click' | 'off';
  /** Time, x, y of each sample, one after the other. */
  moves: number[];
  events?: PathEvent[];
  /** Whose card is open at a time; null for none. */
  expect: { at: number; open: string | null }[];
  /** The card stands by the line that holds this point. */
  near?: { x: number; y: number };
}

export const pointerPaths = (): PointerPath[] =>
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace('.json', ''),
      ...(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Omit<PointerPath, 'name'>),
    }));
