/** The card: one box in two sizes, made from one entry's data. Holds only which sections are open. */
import { Component, createRef, type JSX } from 'preact';
import type { CardData, ClaimNote } from '../dataset/card-data.ts';
import type { PageMention } from '../page/page-mention.ts';
import { CloseIcon, PinIcon } from '../ui/icons.tsx';
import type { Cites } from '../ui/StatementText.tsx';
import { sentences } from '../ui/sentences.ts';
import { brandsToName } from '../ui/words.ts';
import { type CopyKind, Foot, type MenuActions } from './Foot.tsx';
import { FullBody, type SectionId } from './FullBody.tsx';
import { PeekBody } from './PeekBody.tsx';
import type { OpenCard } from './phases.ts';
import { createSheetDrag } from './sheet-drag.ts';

export interface CardActions extends MenuActions {
  close(): void;
  pin(): void;
  /** Whether the text, of the card or of a report on a claim, is on the clipboard now. */
  copy(of: CopyKind, claim?: ClaimNote): Promise<boolean>;
}

export type CardProps = Pick<OpenCard, 'content' | 'size' | 'pinned' | 'solid' | 'notice'> & {
  /** The name as the page has it, shown until the entry's own is there. */
  mention: Pick<PageMention, 'exact' | 'form'>;
  sheet: boolean;
  actions: CardActions;
};

interface CardState {
  open: ReadonlySet<SectionId>;
  /** The source a reader asked for; a new object for each time. */
  shown: { number: number } | undefined;
  /** What came of the last copy. */
  said: string;
  /** The pointer is at "More": what that shows is drawn already, unseen, so that a click has little left to wait for. */
  isMoreNear: boolean;
}

/** A class, since hooks would be in every page for the sake of this one and the next. */
export class Card extends Component<CardProps, CardState> {
  override state: CardState = {
    open: new Set<SectionId>([this.props.content.is === 'ready' && !this.props.content.data.card ? 'about' : 'evidence']),
    shown: undefined,
    said: '',
    isMoreNear: false,
  };
  readonly #heading = createRef<HTMLHeadingElement>();
  readonly #shownSource = createRef<HTMLLIElement>();
  readonly #drag = createSheetDrag(this.props.actions);

  readonly #show = (section: SectionId): void => {
    this.setState(({ open }) => ({ open: new Set([...open, section]) }));
    if (this.props.size === 'peek') this.props.actions.more();
  };

  readonly #toggle = (section: SectionId): void => {
    const open = new Set(this.state.open);
    if (!open.delete(section)) open.add(section);
    this.setState({ open });
  };

  readonly #cite = (number: number): void => {
    this.setState({ shown: { number } });
    this.#show('sources');
  };

  readonly #drawAhead = (): void => {
    if (!this.state.isMoreNear) this.setState({ isMoreNear: true });
  };

  readonly #copy = async (of: CopyKind, claim?: ClaimNote): Promise<void> => {
    this.setState({ said: '' });
    this.setState({ said: (await this.props.actions.copy(of, claim)) ? sentences.copied : sentences.notCopied });
  };

  override componentDidUpdate(before: CardProps, { shown }: CardState): void {
    const { size } = this.props;
    // The button that changed the size is gone; without this the focus would fall back to the page.
    if (before.size !== size) {
      this.#heading.current?.focus({ preventScroll: true });
      // In a low window the button was reached by scrolling: the other size is read from its start.
      this.#heading.current?.closest('.card')?.scrollTo(0, 0);
    }
    if (size === 'full' && (before.size !== size || shown !== this.state.shown)) this.#shownSource.current?.focus();
  }

  override render(
    { content, size, pinned, solid, notice, mention, sheet, actions }: CardProps,
    { open, shown, said, isMoreNear }: CardState,
  ): JSX.Element {
    const data = content.is === 'ready' ? content.data : undefined;
    const matched = data && saysOtherName(mention, data) ? mention.exact : undefined;
    const cites: Cites = { sources: data?.sources ?? [], onCite: this.#cite };
    return (
      <div
        class={`card theme ${size}${solid ? ' solid' : ''}${sheet ? ' sheet' : ''}`}
        role="dialog"
        aria-labelledby="name"
        lang="en"
        dir="ltr"
      >
        <div class="head" {...(sheet ? this.#drag : {})}>
          <h2 id="name" ref={this.#heading} tabIndex={-1}>
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
          {data ? <Kind data={data} brands={brandsToName(data.brands, mention.exact, size === 'peek' ? 2 : 4)} /> : null}
          {matched ? (
            <p class="kind">
              Matched: <bdi>{matched}</bdi>
            </p>
          ) : null}
        </div>
        {content.is === 'loading' ? <p class="state">Loading…</p> : null}
        {content.is === 'failed' ? <p class="state">{sentences.loadFailed}</p> : null}
        {data ? <Staleness freshness={data.freshness} /> : null}
        {notice ? <p class="notice">{sentences.clickOnly}</p> : null}
        {data && size === 'peek' ? (
          <PeekBody data={data} cites={cites} onWhy={() => this.#show('mixes')} onClaim={actions.more} />
        ) : null}
        {data && (size === 'full' || isMoreNear) ? (
          <FullBody
            isAhead={size !== 'full'}
            data={data}
            cites={cites}
            open={open}
            onToggle={this.#toggle}
            shown={shown?.number}
            shownRef={this.#shownSource}
            onWrongClaim={(claim) => this.#copy('wrong-match', claim)}
          />
        ) : null}
        {data ? (
          <Foot
            data={data}
            size={size}
            word={mention.exact}
            said={said}
            onCopy={this.#copy}
            onMoreNear={this.#drawAhead}
            actions={actions}
          />
        ) : null}
      </div>
    );
  }
}

/** A brand, a misspelling or a word of another language: then the heading alone would not say what was found. */
function saysOtherName({ exact, form }: CardProps['mention'], { name }: CardData): boolean {
  return ['brand', 'misspelling', 'translation'].includes(form) && exact.toLowerCase() !== name.toLowerCase();
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

export function Staleness({ freshness }: { freshness: CardData['freshness'] }): JSX.Element | null {
  if (freshness === 'fresh') return null;
  return <p class={`stale ${freshness}`}>{freshness === 'due' ? sentences.reviewDue : sentences.outOfDate}</p>;
}
