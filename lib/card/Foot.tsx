/** The last line of a card: when it was checked, More, and the menu. */
import { Component, type JSX } from 'preact';
import type { CardData } from '../dataset/card-data.ts';
import { MenuIcon } from '../ui/icons.tsx';
import { monthWords } from '../ui/words.ts';

/** What a reader can put on the clipboard. */
export type CopyKind = 'citation' | 'markdown' | 'wrong-match';

export interface MenuActions {
  more(): void;
  less(): void;
  openLibrary(): void;
  hideWord(): void;
  turnOffSite(): void;
  turnOffEverywhere(): void;
}

interface FootProps {
  data: CardData;
  size: 'peek' | 'full';
  /** The word on the page. */
  word: string;
  /** What came of the last copy. */
  said: string;
  onCopy(of: CopyKind): void;
  /** The pointer has come to the button that shows more or less. */
  onMoreNear(): void;
  actions: MenuActions;
}

interface FootState {
  menuOpen: boolean;
  /** "Wrong match?" was pressed. */
  wrong: boolean;
}

export class Foot extends Component<FootProps, FootState> {
  override state: FootState = { menuOpen: false, wrong: false };

  override render(
    { data, size, word, said, onCopy, onMoreNear, actions }: FootProps,
    { menuOpen, wrong }: FootState,
  ): JSX.Element {
    const item = (name: string, onClick: () => void) => (
      <li>
        <button type="button" onClick={onClick}>
          {name}
        </button>
      </li>
    );
    return (
      <div class="foot">
        <div class="bar-line">
          <span>Checked {monthWords(data.lastReviewed)}</span>
          <span class="acts">
            <button type="button" class="act" onPointerEnter={onMoreNear} onClick={size === 'peek' ? actions.more : actions.less}>
              {size === 'peek' ? 'More' : 'Less'}
            </button>
            <button
              type="button"
              class="square"
              aria-label="Menu"
              aria-expanded={menuOpen}
              aria-controls="menu"
              onClick={() => this.setState({ menuOpen: !menuOpen })}
            >
              <MenuIcon />
            </button>
          </span>
        </div>
        <ul id="menu" class="menu" hidden={!menuOpen}>
          {item('Open in library', actions.openLibrary)}
          {item('Copy with citation', () => onCopy('citation'))}
          {item('Copy as Markdown', () => onCopy('markdown'))}
          <li>
            <button type="button" aria-expanded={wrong} onClick={() => this.setState({ wrong: !wrong })}>
              Wrong match?
            </button>
            {wrong ? (
              <ul>
                {item('Copy a report', () => onCopy('wrong-match'))}
                {item(`Hide “${word}” on this site`, actions.hideWord)}
              </ul>
            ) : null}
          </li>
          {item('Turn off on this site', actions.turnOffSite)}
          {item('Turn off everywhere', actions.turnOffEverywhere)}
        </ul>
        <p class="said" role="status">
          {said}
        </p>
      </div>
    );
  }
}
