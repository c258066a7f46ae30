import type { CardData } from '../../../lib/dataset/card-data.ts';

const cite = (id: string) => [{ id, seen: 'abstract' as const }];
const fact = (statement: string) => ({ statement, certainty: 'low' as const, gradedBy: 'us', sources: cite('review') });
const finding = (outcome: string, certainty: 'high' | 'moderate' | 'low' | 'very-low') => ({
  outcome,
  statement: `About ${outcome}.`,
  certainty,
  gradedBy: 'us',
  sources: cite('review'),
});

/** Made up for tests: nothing in it is a fact. */
export const shortCard: CardData = {
  id: 'examplin',
  name: 'Examplin',
  kind: 'medicine',
  type: 'Prescription medicine',
  brands: ['Brandon'],
  whatItIs: { statement: 'A made-up medicine.', sources: cite('label') },
  classes: [{ id: 'examples', name: 'Examples', whatItIs: { statement: 'A made-up group.', sources: cite('label') } }],
  approval: { US: true, EU: null, GB: false, asOf: '2026-10', sources: cite('label') },
  alerts: [],
  claims: [],
  legal: [],
  place: 'Ohio, US',
  safety: [{ id: 'noSuddenStop', text: "Don't stop it suddenly. Talk first." }],
  isCrisisNear: false,
  sources: [
    {
      number: 1,
      seen: 'abstract',
      source: { id: 'label', type: 'webpage', title: 'The label', URL: 'https://example.org/label', custom: { kind: 'label' } },
    },
    {
      number: 2,
      seen: 'memory',
      source: {
        id: 'review',
        type: 'article-journal',
        title: 'The review',
        DOI: '10.1/x',
        custom: { kind: 'meta-analysis', interested: true },
      },
    },
  ],
  freshness: 'fresh',
  lastReviewed: '2026-11-12',
  nextReview: '2027-05',
  clinicalReview: 'not-yet',
};

export const fullCard: CardData = {
  ...shortCard,
  card: {
    bottomLine: { statement: 'The main message.', sources: cite('review') },
    peek: [
      { statement: 'First sentence.', sources: cite('label') },
      { statement: 'Second sentence.', sources: [...cite('review'), ...cite('label')] },
    ],
    benefits: [
      {
        ...finding('Feeling better', 'moderate'),
        numbers: {
          events: 49,
          comparatorEvents: 39,
          per: 100,
          comparator: 'dummy pill',
          timeSpan: '8 weeks',
          population: 'adults',
        },
      },
      finding('Sleeping better', 'low'),
    ],
    harms: [
      {
        ...finding('Feeling sick', 'high'),
        numbers: {
          events: 25,
          comparatorEvents: 11,
          per: 100,
          comparator: 'dummy pill',
          timeSpan: '8 weeks',
          population: 'adults',
        },
      },
    ],
    unknown: [{ statement: 'Who will benefit.', sources: cite('review') }],
    otherOptions: { statement: 'Talking therapy.', sources: cite('review') },
    cautions: [
      { topic: 'side-effects', seriousness: 'minor', ...fact('A minor thing.') },
      { topic: 'liver', seriousness: 'serious', ...fact('A grave thing.') },
    ],
    urgentSigns: { signs: ['a seizure'], sources: cite('label') },
    stopping: [fact('Some have symptoms.')],
    groups: [{ group: 'pregnancy', ...fact('Little is known.') }],
    questions: ['What else could help?'],
    safetyStrings: ['noSuddenStop', 'crisisLine'],
  },
  safety: [...shortCard.safety, { id: 'crisisLine', text: 'If you feel unsafe, contact 988.' }],
  alerts: [
    {
      id: 'examplin-otherin',
      withEntry: { id: 'otherin', name: 'Otherin' },
      seriousness: 'serious',
      certainty: 'very-low',
      gradedBy: 'us',
      consequences: 'Something may happen.',
      mechanism: 'One slows the other.',
      frequency: 'Nobody knows.',
      action: 'Ask a pharmacist.',
      sources: cite('review'),
    },
  ],
};
