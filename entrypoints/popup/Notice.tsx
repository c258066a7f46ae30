import type { PageState } from './page-state.ts';

interface NoticeProps {
  state: Exclude<PageState, { is: 'mentions' }>;
  onGiveAccess(): void;
}

const words: Record<NoticeProps['state']['is'], { title: string; text: string }> = {
  'off-everywhere': { title: 'Off everywhere', text: 'Evenhand reads no page until you turn it on again.' },
  'off-here': {
    title: 'Off on this site',
    text: 'Evenhand does not read pages here until you turn it on.',
  },
  'not-allowed': {
    title: 'Not allowed here',
    text: 'Browsers do not let extensions read this kind of page: their own pages, their stores and PDF files.',
  },
  'no-access': { title: 'Off on this site', text: 'Your browser keeps Evenhand away from this site. You can let it in.' },
  'no-file-access': {
    title: 'Not allowed on files yet',
    text: 'To use Evenhand on files, allow access to file addresses in its settings on the browser’s extensions page. Then reload.',
  },
  'not-started': { title: 'Not started on this page', text: 'This page was open before Evenhand was ready. Reload it to start.' },
  'no-mentions': { title: 'No mentions found', text: 'This page names no kratom product or antidepressant we know.' },
};

/** Why there is no list. */
export function Notice({ state, onGiveAccess }: NoticeProps) {
  const { title, text } = words[state.is];
  return (
    <div class="notice" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      {state.is === 'off-here' && state.byDefault && <p>Banks, mail and patient portals are off from the start.</p>}
      {state.is === 'no-access' && (
        <button type="button" class="action" onClick={onGiveAccess}>
          Turn on for this site
        </button>
      )}
    </div>
  );
}

/** For browsers that let an extension read a page only when its button is pressed. */
export function VisitNotice({ onGiveAccess }: Pick<NoticeProps, 'onGiveAccess'>) {
  return (
    <div class="notice visit">
      <p>Your browser lets Evenhand read this site only when you press its button.</p>
      <button type="button" class="action" onClick={onGiveAccess}>
        Always turn on for this site
      </button>
    </div>
  );
}
