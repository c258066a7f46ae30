/** One page while Evenhand is on there: reader, card, and the list and commands of the other parts. No `browser` here. */
import type { CardController, CardInput, ControllerOptions } from '../../lib/card/controller.ts';
import type { ListedMention, PageCommand, ToPageMessage } from '../../lib/messages/messages.ts';
import type { PageMention } from '../../lib/page/page-mention.ts';
import { readPage } from '../../lib/page/reader.ts';
import { hiddenForm, type Settings } from '../../lib/settings/settings.ts';
import type { Matcher } from '../../lib/text/mention.ts';

export interface SessionPorts extends Pick<CardInput, 'document' | 'fetchCard' | 'actions' | 'guard'> {
  matcher: Matcher;
  /** Comes when it comes: it is a script of its own. */
  cardCode: Promise<(input: CardInput) => CardController>;
  /** Words that are not to be noticed on the site, as it is set. */
  hiddenWords(settings: Settings): readonly string[];
  /** The frame's mentions have changed in number or kind. */
  report(count: number, entries: string[]): void;
}

export interface PageSession {
  set(settings: Settings): void;
  /** Answers or does what the popup or the background asks. */
  handle(message: ToPageMessage): ListedMention[] | undefined;
  /** Reports once more, after the browser has forgotten what it was told. */
  reportAgain(): void;
  /** Leaves the page as it was found. */
  end(): void;
}

export function openSession(settings: Settings, ports: SessionPorts): PageSession {
  const ended = new AbortController();
  const { document, matcher, fetchCard, actions, guard } = ports;
  let current = settings;
  let hidden = new Set(ports.hiddenWords(settings));
  let card: CardController | undefined;
  let starting: Promise<void> | undefined;
  let reported = '';

  function reportChange(): void {
    const mentions = reader.mentions();
    const entries = [...new Set(mentions.map((mention) => mention.entry))];
    const report = JSON.stringify([mentions.length, ...entries]);
    if (report === reported || (reported === '' && mentions.length === 0)) return;
    reported = report;
    ports.report(mentions.length, entries);
  }

  const options = ({ hover, openDelayMs, assistive }: Settings): ControllerOptions => ({ hover, openDelayMs, assistive });

  /** Most pages name nothing we know: no card is started there before a command needs it to say so. */
  function withCard(use: (card: CardController) => void): void {
    if (card) {
      use(card);
      return;
    }
    starting ??= start();
    starting.then(() => card && use(card)).catch(() => ended.abort());
  }

  async function start(): Promise<void> {
    const { signal } = ended;
    // In a task of its own: that in which the first mentions were found is long enough.
    await new Promise((later) => setTimeout(later));
    if (signal.aborted) return;
    const startCard = await ports.cardCode;
    if (!signal.aborted) card = startCard({ document, reader, fetchCard, options: options(current), actions, guard, signal });
  }

  function onChange(): void {
    if (ended.signal.aborted) return;
    if (card) card.mentionsChanged();
    else if (reader.mentions().length > 0) withCard(() => undefined);
    reportChange();
  }

  const reader = readPage(document, {
    matcher,
    density: current.density,
    isHidden: (word) => hidden.has(hiddenForm(word)),
    signal: ended.signal,
    onChange: () => {
      try {
        onChange();
      } catch {
        // A page's console is no place for our errors: better no marks than noise.
        ended.abort();
      }
    },
  });

  const listed = (mention: PageMention): ListedMention => ({
    key: mention.key,
    entry: mention.entry,
    exact: mention.exact,
    ...reader.contextOf(mention),
  });

  function goTo(key: number): void {
    const mention = reader.mentions().find((known) => known.key === key);
    if (mention) withCard((started) => started.openByKeyboard(mention));
  }

  const commands: Record<PageCommand, () => void> = {
    'next-mention': () => withCard((started) => started.next()),
    'previous-mention': () => withCard((started) => started.previous()),
    explain: () => withCard((started) => started.explain()),
  };

  return {
    set(changed) {
      current = changed;
      reader.setDensity(changed.density);
      hidden = new Set(ports.hiddenWords(changed));
      reader.hiddenChanged();
      card?.setOptions(options(changed));
    },
    handle(message) {
      if (message.type === 'list') return reader.mentions().map(listed);
      if (message.type === 'go') goTo(message.key);
      else commands[message.command]();
      return undefined;
    },
    reportAgain() {
      reported = '';
      reportChange();
    },
    end() {
      ended.abort();
      if (reported !== '') ports.report(0, []);
    },
  };
}
