/** What the buttons of a card do: most of it is an event for the card's machine, the rest asks the extension. */
import type { PageMention } from '../page/page-mention.ts';
import { copyText } from '../ui/copy.ts';
import type { HearFirst } from '../ui/hear-first.ts';
import type { CardActions } from './Card.tsx';
import type { CopyKind } from './Foot.tsx';
import type { CardEvent } from './phases.ts';

/** What the extension does for a card. */
export interface CardPorts {
  openLibrary(entry: string): void;
  /** The words for the clipboard; undefined where nobody answers. */
  textFor(of: CopyKind, entry: string, exact: string, claim?: string): Promise<string | undefined>;
  hideWord(word: string): void;
  turnOffSite(): void;
  turnOffEverywhere(): void;
}

interface ActionsInput {
  document: Document;
  hear: HearFirst | undefined;
  ports: CardPorts;
  send(event: CardEvent): void;
  announce(text: string): void;
}

export function actionsFor({ entry, exact }: PageMention, { document, hear, ports, send, announce }: ActionsInput): CardActions {
  const closeAnd = (action: () => void) => () => {
    send({ type: 'close' });
    action();
  };
  return {
    close: () => send({ type: 'close' }),
    more: () => send({ type: 'more' }),
    less: () => send({ type: 'less' }),
    pin: () => send({ type: 'pin' }),
    openLibrary: () => ports.openLibrary(entry),
    async copy(of, claim) {
      const text = await ports.textFor(of, entry, claim?.exact ?? exact, claim?.id);
      return text !== undefined && copyText(document, text, hear);
    },
    hideWord: closeAnd(() => {
      ports.hideWord(exact);
      announce(`“${exact}” is hidden on this site.`);
    }),
    turnOffSite: closeAnd(ports.turnOffSite),
    turnOffEverywhere: closeAnd(ports.turnOffEverywhere),
  };
}
