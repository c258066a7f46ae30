import entryNames from 'virtual:evenhand/entry-names';
import { useFirstRows } from './first-rows.tsx';
import type { FrameMention, MentionGroup } from './page-state.ts';

interface MentionListProps {
  groups: MentionGroup[];
  onGo(mention: FrameMention): void;
}

/** Rows of one group shown before the reader asks for all. */
const rowsAtFirst = 3;

export function MentionList({ groups, onGo }: MentionListProps) {
  const total = groups.reduce((sum, group) => sum + group.mentions.length, 0);
  return (
    <>
      <h2>
        On this page: {total} {total === 1 ? 'mention' : 'mentions'}
      </h2>
      {groups.map((group) => (
        <Group key={group.entry} group={group} onGo={onGo} />
      ))}
    </>
  );
}

interface GroupProps {
  group: MentionGroup;
  onGo(mention: FrameMention): void;
  /** Where the entry itself can be read. */
  href?: string;
}

export function Group({ group, onGo, href }: GroupProps) {
  const { entry, mentions } = group;
  const name = entryNames[entry] ?? entry;
  const { shown, more } = useFirstRows(mentions, rowsAtFirst, '', 'action more');
  return (
    <section class="group">
      <h3>
        {href === undefined ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        )}{' '}
        {mentions.length > 1 && <span class="soft count">{mentions.length} mentions</span>}
      </h3>
      <ul>
        {shown.map((mention, index) => (
          <li key={`${mention.frameId}:${mention.key}`}>
            <div>
              <p class="snippet" dir="auto">
                {mention.before}
                <mark>{mention.exact}</mark>
                {mention.after}
              </p>
              {mention.heading !== '' && (
                <p class="soft heading">
                  Under <bdi>{mention.heading}</bdi>
                </p>
              )}
            </div>
            <button
              type="button"
              class="action"
              aria-label={`Go to ${name}, ${index + 1} of ${mentions.length}`}
              onClick={() => onGo(mention)}
            >
              Go
            </button>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
