/** What it costs to read a page, beside other ways to mark the same names. */
import type { MethodName, PeerName, Timing } from '../../tests/bench/in-page.ts';
import type { BrowserDriver } from '../../tests/e2e/driver.ts';
import { type Figure, median } from './figures.ts';
import { inNewTab } from './tabs.ts';

/** A page under test, at its addresses. */
export interface PageUnderTest {
  title: string;
  /** In parts that nothing is drawn of: methods take turns over them. */
  parts: string;
  partCount: number;
  /** As a reader has it, drawn: read as a whole. */
  whole: string;
  /** Also measures what growth and learning the names cost, which no page changes much. */
  withNames: boolean;
  /** Takes a list of names pass by pass, which is over in minutes on small pages only. */
  withList: boolean;
}

const peerTitles: Record<PeerName, string> = {
  markJsList: 'mark.js with a list of names',
  markJs: 'mark.js with one regular expression',
  advancedMark: 'advanced-mark.js with a list of names',
  findAndReplace: 'findAndReplaceDOMText with one regular expression',
  unionRegExp: 'union regular expression with highlights',
  trieRegExp: 'trie regular expression with highlights',
  ahoCorasick: 'modern-ahocorasick with highlights',
};
const peerNames = Object.keys(peerTitles) as PeerName[];

const scanRounds = 5;
const peerRounds = 3;
const wholeRounds = 3;
const learningBudgetMs = 3;

/** The slow ones get fewer parts and rounds: they are off by so much that it shows in one. */
const slow: Partial<Record<MethodName, { rounds: number; parts: number }>> = {
  markJsList: { rounds: 1, parts: 2 },
  advancedMark: { rounds: 1, parts: 4 },
};

/** One method's turns with another: the sums of a round. */
interface Turns {
  first: Timing;
  second: Timing;
}
const ratioOf = (rounds: readonly Turns[]): number => median(rounds.map(({ first, second }) => second.ms / first.ms));
const ratioOfTimes = (some: readonly Timing[], others: readonly Timing[]): number =>
  median(some.map(({ ms }, round) => ms / (others[round]?.ms ?? Number.NaN)));

/** Timings by what was measured, for `--raw`. */
export type Raw = Record<string, unknown>;

export async function measureReading(browser: BrowserDriver, page: PageUnderTest, raw: Raw): Promise<Figure[]> {
  const { turns, learning } = await takeAllTurns(browser, page);
  const turnsOf = (name: MethodName): Turns[] => turns.get(name) ?? [];
  const peers = peerNames.filter((name) => turns.has(name));
  const [fastest = 'unionRegExp'] = peers.toSorted((a, b) => ratioOf(turnsOf(a)) - ratioOf(turnsOf(b)));
  const whole = await readWhole(browser, page.whole, [...new Set<PeerName>([fastest, 'markJs'])]);
  raw[page.title] = { turns: Object.fromEntries(turns), learning, whole };

  const foundBy = (name: MethodName): number => turnsOf(name)[0]?.second.found ?? 0;
  const painted = whole.scanAndPaint ?? [];
  return [
    { title: 'scan to findings / bare walk', ratio: ratioOf(turnsOf('scan')) },
    ...peers.map((name) => ({ title: `${peerTitles[name]} / bare walk`, ratio: ratioOf(turnsOf(name)) })),
    {
      title: 'scan to painted marks / fastest peer',
      ratio: ratioOfTimes(painted, whole[fastest] ?? []),
      note: peerTitles[fastest],
    },
    { title: `scan to painted marks / ${peerTitles.markJs}`, ratio: ratioOfTimes(painted, whole.markJs ?? []) },
    { title: 'mentions found / by the union regular expression', ratio: foundBy('scan') / foundBy('unionRegExp') },
    ...(page.withNames ? namesFigures(turnsOf('tenfoldScan'), learning) : []),
  ];
}

/** Learning the names, alone in a tab, and a bare walk of the page after it. */
type Learning = Record<'learning' | 'walk', Timing>;

function namesFigures(growth: readonly Turns[], learning: readonly Learning[]): Figure[] {
  return [
    { title: 'scan with ten times the names / with the names there are', ratio: ratioOf(growth) },
    { title: 'learning the names / 3 ms', ratio: median(learning.map((one) => one.learning.ms)) / learningBudgetMs },
    { title: 'learning the names / bare walk', ratio: median(learning.map((one) => one.learning.ms / one.walk.ms)) },
  ];
}

/** All methods in each round, so that a slow minute of the machine hits all of them; who begins changes from round to round. */
async function takeAllTurns(browser: BrowserDriver, page: PageUnderTest) {
  const turns = new Map<MethodName, Turns[]>();
  const learning: Learning[] = [];
  const take = async (first: MethodName, second: MethodName, round: number): Promise<void> => {
    const parts = Math.min(slow[second]?.parts ?? page.partCount, page.partCount);
    const taken = await inNewTab(browser, page.parts, (tab) =>
      tab.evaluate((...args) => window.bench.takeTurns(...args), first, second, round % 2 === 1, parts),
    );
    turns.set(second, [...(turns.get(second) ?? []), taken]);
  };
  for (let round = 0; round < scanRounds; round++) {
    await take('bareWalk', 'scan', round);
    for (const name of peerNames)
      if (round < (slow[name]?.rounds ?? peerRounds) && (name !== 'markJsList' || page.withList))
        await take('bareWalk', name, round);
    if (!page.withNames || round >= peerRounds) continue;
    await take('scan', 'tenfoldScan', round);
    learning.push(await inNewTab(browser, page.parts, (tab) => tab.evaluate(() => window.bench.learnNames())));
  }
  return { turns, learning };
}

/** Whole pages, drawn: Evenhand up to painted marks, and peers. */
async function readWhole(browser: BrowserDriver, address: string, peers: readonly PeerName[]) {
  const times: Partial<Record<PeerName | 'scanAndPaint', Timing[]>> = {};
  for (let round = 0; round < wholeRounds; round++) {
    const painted = await inNewTab(browser, address, (tab) => tab.evaluate(() => window.bench.scanAndPaint()));
    times.scanAndPaint = [...(times.scanAndPaint ?? []), painted];
    for (const name of peers) {
      const read = await inNewTab(browser, address, (tab) => tab.evaluate((peer) => window.bench.readWhole(peer), name));
      times[name] = [...(times[name] ?? []), read];
    }
  }
  return times;
}
