import { describe, expect, it } from 'vitest';
import type { MapShapes } from '../../../lib/dataset/map-shapes.ts';
import { CertaintyMeter } from '../../../lib/ui/CertaintyMeter.tsx';
import { IconArray } from '../../../lib/ui/IconArray.tsx';
import { LegalMap } from '../../../lib/ui/LegalMap.tsx';
import { type Drawn, findAll, textOf } from './text-of.ts';

const isTag = (tag: string) => (element: Drawn) => element.tag === tag;
const isImage = ({ props }: Drawn) => props.role === 'img';
const nameOf = ({ props }: Drawn) => props['aria-label'];

describe('the certainty meter', () => {
  it('fills as many of four steps as there is certainty, and breaks their outline where nobody has graded', () => {
    const steps = (certainty: 'high' | 'very-low' | 'not-graded') =>
      findAll(<CertaintyMeter certainty={certainty} />, isTag('rect')).map(({ props }) =>
        props['stroke-dasharray'] ? 'broken' : props.fill,
      );
    expect(steps('high')).toEqual(Array(4).fill('currentColor'));
    expect(steps('very-low')).toEqual(['currentColor', 'none', 'none', 'none']);
    expect(steps('not-graded')).toEqual(Array(4).fill('broken'));
  });
});

describe('people of a hundred', () => {
  const numbers = {
    events: 25,
    comparatorEvents: 11,
    per: 100,
    comparator: 'dummy pill',
    timeSpan: 'eight weeks',
    population: 'adults',
  } as const;
  const signs = (element: Drawn | undefined) => String(element?.props.d).split('M').length - 1;
  const paths = (tree: Parameters<typeof findAll>[0], name: string) =>
    findAll(tree, ({ props }) => props.class === name).map(signs);

  it('gives both frames in words, with it and without it', () => {
    const array = <IconArray outcome="Felt sick" numbers={numbers} open />;
    expect(textOf(array)).toBe('With it: 25 of 100, and 75 of 100 notOn a dummy pill: 11 of 100, and 89 of 100 not');
    expect(findAll(array, isImage).map(nameOf)).toEqual([
      'Felt sick. With it: 25 of 100 people, the other 75 not.',
      'Felt sick. On a dummy pill: 11 of 100 people, the other 89 not.',
    ]);
  });

  it('draws one sign for each person', () => {
    const array = <IconArray outcome="Felt sick" numbers={numbers} open />;
    expect(paths(array, 'counted')).toEqual([25, 11]);
    expect(paths(array, 'ring')).toEqual([75, 89]);
    const thousand = <IconArray outcome="Seizures" numbers={{ ...numbers, events: 4, comparatorEvents: 1, per: 1000 }} open />;
    expect(paths(thousand, 'counted')).toEqual([4, 1]);
    expect(paths(thousand, 'dot')).toEqual([996, 999]);
    expect(findAll(thousand, isImage).map(nameOf)[0]).toBe('Seizures. With it: 4 of 1,000 people, the other 996 not.');
  });

  it('has one group where there is none to compare with', () => {
    const { comparator: _, comparatorEvents: __, ...alone } = numbers;
    const array = <IconArray outcome="Felt sick" numbers={alone} open />;
    expect(findAll(array, isImage)).toHaveLength(1);
  });

  it('waits behind a disclosure unless it is to be open', () => {
    expect(findAll(<IconArray outcome="Felt sick" numbers={numbers} />, isTag('details'))).toHaveLength(1);
    expect(findAll(<IconArray outcome="Felt sick" numbers={numbers} open />, isTag('details'))).toHaveLength(0);
  });
});

describe('the map of the law', () => {
  const shapes: MapShapes = {
    width: 10,
    height: 10,
    paths: { 'US-AA': 'M0 0l1 0 0 1z', 'US-BB': 'M2 2l1 0 0 1z', 'US-CC': 'M4 4l1 0 0 1z' },
    spots: { 'US-DD': { x: 8, y: 8, label: 'DD' } },
  };
  const map = (region?: string) => (
    <LegalMap
      subject="Kratom"
      places="states"
      shapes={shapes}
      law={{ 'US-AA': 'banned', 'US-BB': 'scheduled', 'US-DD': 'old' }}
      region={region}
      nameOf={(code) => code.slice(-2)}
    />
  );

  it('says in words how many places have which law, and what holds where the reader lives', () => {
    expect(findAll(map('US-BB'), isImage).map(nameOf)).toEqual([
      'Map. Kratom in states. BB, where you live: banned or a controlled drug. Banned or a controlled drug: 2. Checked too long ago to show: 1. No data: 1.',
    ]);
    expect(textOf(map('US-CC'))).toContain('CC, where you live: no data.');
  });

  it('outlines the place where the reader lives, and none where it is not on the map', () => {
    const own = (region?: string) =>
      findAll(map(region), ({ props }) => props.class === 'own').flatMap(({ children }) => children);
    expect(own('US-BB').map(({ props }) => props.d)).toEqual([shapes.paths['US-BB']]);
    expect(own('US-DD').map(({ tag }) => tag)).toEqual(['circle']);
    expect(own('DE')).toEqual([]);
    expect(textOf(map('DE'))).not.toContain('where you live');
  });

  it('names every place under its law', () => {
    const [first] = findAll(map(), isTag('dd'));
    expect(first?.text).toBe('AA, BB');
  });

  it('gives each law a pattern of its own', () => {
    const patterns = findAll(map(), isTag('pattern')).map(({ props }) => props.id);
    expect(new Set(patterns).size).toBe(3);
    const fills = findAll(map(), ({ tag, props }) => tag === 'g' && String(props.class).startsWith('law ')).map(
      ({ props }) => props.fill,
    );
    expect(new Set(fills)).toEqual(new Set(patterns.map((id) => `url(#${id})`)));
  });
});
