/** One entry in full: everything the dataset holds on it. */
import type { ComponentChildren, Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Staleness } from '../../lib/card/Card.tsx';
import { About, EndLines, Statements } from '../../lib/card/FullBody.tsx';
import { NotWritten } from '../../lib/card/PeekBody.tsx';
import { SafetySection } from '../../lib/card/SafetySection.tsx';
import { safetyLines } from '../../lib/card/summaries.ts';
import type { ClaimNote } from '../../lib/dataset/card-data.ts';
import type { LibraryEntry } from '../../lib/dataset/library.ts';
import { ClaimBlock } from '../../lib/ui/ClaimBlock.tsx';
import { EvidenceColumns } from '../../lib/ui/EvidenceColumns.tsx';
import { LegalRows } from '../../lib/ui/LegalRows.tsx';
import { SourceList } from '../../lib/ui/SourceList.tsx';
import { type Cites, StatementText } from '../../lib/ui/StatementText.tsx';
import { useFirstRows } from '../popup/first-rows.tsx';
import { InteractionTable } from './InteractionTable.tsx';
import { LegalMaps } from './LegalMaps.tsx';
import { LegalTable } from './LegalTable.tsx';
import { TakeAway } from './TakeAway.tsx';

interface EntryPageProps {
  data: LibraryEntry;
  headingRef: Ref<HTMLHeadingElement>;
}

export function EntryPage({ data, headingRef }: EntryPageProps) {
  const [shown, setShown] = useState<number>();
  const shownSource = useRef<HTMLLIElement>(null);
  const cites: Cites = {
    sources: data.sources,
    onCite(number) {
      setShown(number);
      requestAnimationFrame(() => shownSource.current?.focus());
    },
  };
  const { card, brands, members } = data;
  const lead = card?.bottomLine ?? data.whatItIs;
  return (
    <article class="card full entry">
      <h1 ref={headingRef} tabIndex={-1}>
        <bdi>{data.name}</bdi>
      </h1>
      <p class="kind">
        {data.type}
        {brands.length > 0 ? ` · sold as ${brands.join(', ')}` : ''}
      </p>
      <Staleness freshness={data.freshness} />
      <p class="lead">
        <StatementText statement={lead.statement} sources={lead.sources} cites={cites} />
      </p>
      <TakeAway data={data} />
      {card ? (
        <Part title="Evidence">
          <EvidenceColumns card={card} cites={cites} level={3} pictures />
          <div class="unknown">
            <h3>What we don’t know</h3>
            <Statements items={card.unknown} cites={cites} />
          </div>
        </Part>
      ) : (
        <NotWritten />
      )}
      {card || safetyLines(data).length > 0 ? (
        <Part title="Safety">
          <SafetySection data={data} cites={cites} level={3} />
        </Part>
      ) : null}
      {data.interactions.length > 0 ? (
        <Part title="Mixes">
          <InteractionTable rows={data.interactions} cites={cites} />
        </Part>
      ) : null}
      {data.knownClaims.length > 0 ? (
        <Part title="Claims people make">
          <Claims claims={data.knownClaims} cites={cites} />
        </Part>
      ) : null}
      <Part title="Legal">
        <LegalRows rows={data.legal} place={data.place} cites={cites} />
        <LegalMaps data={data} />
        {data.elsewhere.length > 0 ? <LegalTable rows={data.elsewhere} cites={cites} /> : null}
      </Part>
      <Part title="About">
        <About data={data} cites={cites} />
        {members.length > 0 ? (
          <p>
            <strong>In this group:</strong>{' '}
            {members.map(({ id, name }, at) => (
              <>
                {at > 0 ? ', ' : ''}
                <a href={`#${id}`}>{name}</a>
              </>
            ))}
            .
          </p>
        ) : null}
      </Part>
      <Part title={`Sources (${data.sources.length})`}>
        <SourceList sources={data.sources} shown={shown} shownRef={shownSource} />
      </Part>
      <EndLines data={data} />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="in">{children}</div>
    </section>
  );
}

/** Shown before the reader asks for all. */
const claimsAtFirst = 5;

function Claims({ claims, cites }: { claims: readonly ClaimNote[]; cites: Cites }) {
  const { shown, more } = useFirstRows(claims, claimsAtFirst, 'claims');
  return (
    <>
      {shown.map((claim) => (
        <ClaimBlock key={claim.id} claim={claim} title={claim.text} cites={cites} />
      ))}
      {more}
    </>
  );
}
