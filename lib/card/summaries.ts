/** The one line each closed section of a card still shows. */
import type { CardData } from '../dataset/card-data.ts';
import { groupWords, lowerFirst, seriousnessWords } from '../ui/words.ts';

/** "Depression eased · Sexual problems": the head of each column. */
export function evidenceSummary({ card }: CardData): string {
  return [card?.benefits[0]?.outcome, card?.harms[0]?.outcome].filter(Boolean).join(' · ');
}

/** "Cautions, urgent signs, stopping, pregnancy": what the section speaks of. */
export function safetySummary({ card, safety }: CardData): string {
  if (!card) return safety.some(({ id }) => id === 'noSuddenStop') ? 'stopping, where to ask' : 'where to ask';
  const parts = [
    'cautions',
    card.urgentSigns && 'urgent signs',
    card.stopping?.length && 'stopping',
    ...(card.groups ?? []).map(({ group }) => groupWords[group].toLowerCase()),
  ];
  return parts.filter(Boolean).slice(0, 4).join(', ');
}

/** "Kratom: could be serious". */
export function mixesSummary({ alerts }: CardData): string {
  const [first] = alerts;
  if (!first) return '';
  const more = alerts.length > 1 ? `, and ${alerts.length - 1} more` : '';
  return `${first.withEntry.name}: ${lowerFirst(seriousnessWords[first.seriousness])}${more}`;
}

/** The fixed strings of the Safety section, without those that stand in the footer. */
export function safetyLines({ safety }: CardData): CardData['safety'] {
  return safety.filter(({ id }) => id !== 'crisisLine' && id !== 'notAboutYou');
}

/** A fixed string of the card, if it carries it. */
export function safetyText({ safety }: CardData, wanted: CardData['safety'][number]['id']): string | undefined {
  return safety.find(({ id }) => id === wanted)?.text;
}
