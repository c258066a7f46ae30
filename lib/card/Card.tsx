/** The card: one box in two sizes, made from one entry's data. Holds only which sections are open. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardData } from '../dataset/card-data.ts';
import type { PageMention } from '../page/page-mention.ts';
import { CloseIcon, MenuIcon, PinIcon } from '../ui/icons.tsx';
import type { Cites } from '../ui/StatementText.tsx';
import { brandsToName, monthWords } from '../ui/words.ts';
import { FullBody, type SectionId } from './FullBody.tsx';
import { PeekBody } from './PeekBody.tsx';
import type { OpenCard } from './phases.ts';

interface CardActions {
  close(): void;
  more(): void;
  less(): void;
  pin(): void;
  turnOffSite(): void;
  turnOffEverywhere(): void;
}

export type CardProps = Pick<OpenCard, 'content' | 'size' | 'pinned' | 'solid' | 'notice'> & {
  /** The name as the page has it, shown until the entry's own is there. */
  mention: Pick<PageMention, 'exact' | 'form'>;
  sheet: boolean;
  actions: CardActions;
};

export function Card({ content, size, pinned, solid, notice, mention, sheet, actions }: CardProps): JSX.Element {
  const data = content.is === 'ready' ? content.data : undefined;
  const brand = mention.form === 'brand' ? mention.exact : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const shownSource = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(
    new Set<SectionId>([content.is === 'ready' && !content.data.card ? 'about' : 'evidence']),
  );
  const [shown, setShown] = useState<{ number: number } | undefined>();

  const show = (section: SectionId): void => {
    setOpen(new Set([...open, section]));
    if (size === 'peek') actions.more();
  };
  const toggle = (section: SectionId): void => {
    const next = new Set(open);
    if (!next.delete(section)) next.add(section);
    setOpen(next);
  };
  const cites: Cites = {
    sources: data?.sources ?? [],
    onCite: (number) => {
      setShown({ number });
      show('sources');
    },
  };

  // The button that changed the size is gone; without this the focus would fall back to the page.
  const sizeBefore = useRef(size);
  useLayoutEffect(() => {
    if (sizeBefore.current !== size) heading.current?.focus({ preventScroll: true });
    sizeBefore.current = size;
  }, [size]);
  useLayoutEffect(() => {
    if (shown && size === 'full') shownSource.current?.focus();
  }, [shown, size]);

  return (
    <div
      class={`card theme ${size}${solid ? ' solid' : ''}${sheet ? ' sheet' : ''}`}
      role="dialog"
      aria-labelledby="name"
      lang="en"
      dir="ltr"
    >
      <div class="head">
        <h2 id="name" ref={heading} tabIndex={-1}>
          <bdi>{data?.name ?? mention.exact}</bdi>
        </h2>
        <div class="controls">
          <button type="button" class="square" aria-label="Pin" aria-pressed={pinned} onClick={actions.pin}>
            <PinIcon filled={pinned} />
          </button>
          <button type="button" class="square" aria-label="Close" onClick={actions.close}>
            <CloseIcon />
          </button>
        </div>
        {data ? <Kind data={data} brands={brandsToName(data.brands, brand, size === 'peek' ? 2 : 4)} /> : null}
      </div>
      {content.is === 'loading' ? <p class="state">Loading…</p> : null}
      {content.is === 'failed' ? <p class="state">This card could not be loaded.</p> : null}
      {data ? <Staleness freshness={data.freshness} /> : null}
      {notice ? <p class="notice">From now on, cards on this page open on a click.</p> : null}
      {data && size === 'peek' ? <PeekBody data={data} cites={cites} onWhy={() => show('mixes')} /> : null}
      {data && size === 'full' ? (
        <FullBody data={data} cites={cites} open={open} onToggle={toggle} shown={shown?.number} shownRef={shownSource} />
      ) : null}
      {data ? <Footer data={data} size={size} actions={actions} /> : null}
    </div>
  );
}

function Kind({ data, brands }: { data: CardData; brands: readonly string[] }): JSX.Element {
  return (
    <p class="kind">
      {data.type}
      {brands.length > 0 ? (
        <>
          {' · sold as '}
          <bdi>{brands.join(', ')}</bdi>
        </>
      ) : null}
    </p>
  );
}

function Staleness({ freshness }: { freshness: CardData['freshness'] }): JSX.Element | null {
  if (freshness === 'fresh') return null;
  return (
    <p class={`stale ${freshness}`}>{freshness === 'due' ? 'A review of this card is due.' : 'This card may be out of date.'}</p>
  );
}

function Footer({ data, size, actions }: { data: CardData; size: 'peek' | 'full'; actions: CardActions }): JSX.Element {
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div class="foot">
      <div class="bar-line">
        <span>Checked {monthWords(data.lastReviewed)}</span>
        <span class="acts">
          <button type="button" class="act" onClick={size === 'peek' ? actions.more : actions.less}>
            {size === 'peek' ? 'More' : 'Less'}
          </button>
          <button
            type="button"
            class="square"
            aria-label="Menu"
            aria-expanded={menuOpen}
            aria-controls="menu"
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <MenuIcon />
          </button>
        </span>
      </div>
      <ul id="menu" class="menu" hidden={!menuOpen}>
        <li>
          <button type="button" onClick={actions.turnOffSite}>
            Turn off on this site
          </button>
        </li>
        <li>
          <button type="button" onClick={actions.turnOffEverywhere}>
            Turn off everywhere
          </button>
        </li>
      </ul>
    </div>
  );
}
