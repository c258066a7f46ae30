import { useEffect, useState } from 'preact/hooks';
import { librarySentences } from '../../lib/ui/sentences.ts';
import { mixCertaintyWords, mixSeriousnessWords } from '../../lib/ui/words.ts';
import { useFirstRows } from '../popup/first-rows.tsx';
import { Group } from '../popup/MentionList.tsx';
import type { FrameMention } from '../popup/page-state.ts';
import type { OnPage } from './ask.ts';

interface OnThisPageProps {
  onPage: OnPage | undefined;
  /** Folded once an entry is read, since it can be long. */
  isOpen: boolean;
  onGo(mention: FrameMention): void;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What the page in front holds: mixes first, then entries in the order of the page. */
export function OnThisPage({ onPage, isOpen, onGo }: OnThisPageProps) {
  const [open, setOpen] = useState(isOpen);
  useEffect(() => setOpen(isOpen), [isOpen]);
  if (!onPage) return null;
  const { groups, mixes } = onPage;
  if (groups.length === 0) return <p class="on-page soft">{librarySentences.nothingOnPage}</p>;
  const summary = [
    counted(groups.length, 'topic', 'topics'),
    ...(mixes.length > 0 ? [counted(mixes.length, 'mix to know about', 'mixes to know about')] : []),
  ];
  return (
    <section class="on-page" aria-label="On this page">
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          On this page: {summary.join(', ')}
        </button>
      </h2>
      <div hidden={!open}>
        <Mixes mixes={mixes} />
        {groups.map((group) => (
          <Group key={group.entry} group={group} onGo={onGo} href={`#${group.entry}`} />
        ))}
      </div>
    </section>
  );
}

/** Shown before the reader asks for all. */
const mixesAtFirst = 3;

function Mixes({ mixes }: Pick<OnPage, 'mixes'>) {
  const { shown, more } = useFirstRows(mixes, mixesAtFirst, 'mixes', 'action more');
  if (mixes.length === 0) return null;
  return (
    <>
      <ul class="mixes">
        {shown.map(({ entries: [one, two], names, seriousness, certainty }) => (
          <li key={`${one} ${two}`}>
            <strong>
              Mix: <a href={`#${one}`}>{names[0]}</a> + <a href={`#${two}`}>{names[1]}</a>
            </strong>
            <span>
              If you take both, {mixSeriousnessWords[seriousness]}. {mixCertaintyWords[certainty]}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
