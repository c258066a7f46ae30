/** The full card: every section in its fixed order, Evidence open first. */
import type { JSX, RefObject } from 'preact';
import type { CardData, ClaimNote } from '../dataset/card-data.ts';
import { ClaimBlock } from '../ui/ClaimBlock.tsx';
import { EvidenceColumns } from '../ui/EvidenceColumns.tsx';
import { LegalRows } from '../ui/LegalRows.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import { Citations, type Cites, StatementText } from '../ui/StatementText.tsx';
import { sentences } from '../ui/sentences.ts';
import { approvalWords, dateWords, legalSummary, sourcesSummary } from '../ui/words.ts';
import { MixesSection } from './MixesSection.tsx';
import { AlertRow, NotWritten } from './PeekBody.tsx';
import { SafetySection } from './SafetySection.tsx';
import { Section } from './Section.tsx';
import { evidenceSummary, mixesSummary, safetyLines, safetySummary, safetyText } from './summaries.ts';

export type SectionId = 'evidence' | 'about' | 'safety' | 'mixes' | 'legal' | 'sources';

export interface FullBodyProps {
  /** Drawn before it is asked for, and not to be seen yet. */
  isAhead: boolean;
  data: CardData;
  cites: Cites;
  open: ReadonlySet<SectionId>;
  onToggle(section: SectionId): void;
  /** Number of the source a reader asked for. */
  shown: number | undefined;
  shownRef: RefObject<HTMLLIElement | null>;
  onWrongClaim(claim: ClaimNote): void;
}

export function FullBody({ isAhead, data, cites, open, onToggle, shown, shownRef, onWrongClaim }: FullBodyProps): JSX.Element {
  const lead = data.card?.bottomLine ?? data.whatItIs;
  const section = (id: SectionId) => ({ id, open: open.has(id), onToggle: () => onToggle(id) });
  const about = (
    <Section {...section('about')} title="About" summary={aboutSummary(data)}>
      <About data={data} cites={cites} />
    </Section>
  );
  return (
    <div class={isAhead ? 'body ahead' : 'body'}>
      <p class="lead">
        <StatementText statement={lead.statement} sources={lead.sources} cites={cites} />
      </p>
      <AlertRow data={data} {...(open.has('mixes') ? {} : { onWhy: () => onToggle('mixes') })} />
      {data.claims.map((claim) => (
        <ClaimBlock key={claim.id} claim={claim} title="About this claim" cites={cites} onWrong={() => onWrongClaim(claim)} />
      ))}
      {data.card ? (
        <Section {...section('evidence')} title="Evidence" summary={evidenceSummary(data)}>
          <EvidenceColumns card={data.card} cites={cites} />
          <div class="unknown">
            <h4>What we don’t know</h4>
            <Statements items={data.card.unknown} cites={cites} />
          </div>
        </Section>
      ) : (
        <>
          <NotWritten />
          {about}
        </>
      )}
      {data.card || safetyLines(data).length > 0 ? (
        <Section {...section('safety')} title="Safety" summary={safetySummary(data)}>
          <SafetySection data={data} cites={cites} />
        </Section>
      ) : null}
      {data.alerts.length > 0 ? (
        <Section {...section('mixes')} title="Mixes" summary={mixesSummary(data)}>
          <MixesSection alerts={data.alerts} cites={cites} />
        </Section>
      ) : null}
      <Section {...section('legal')} title="Legal" summary={legalSummary(data.legal[0], data.place)}>
        <LegalRows rows={data.legal} place={data.place} cites={cites} />
      </Section>
      {data.card ? about : null}
      <Section {...section('sources')} title="Sources" summary={sourcesSummary(data.sources)}>
        <SourceList sources={data.sources} shown={shown} shownRef={shownRef} />
      </Section>
      <EndLines data={data} />
    </div>
  );
}

export function Statements({ items, cites }: { items: readonly CardData['whatItIs'][]; cites: Cites }): JSX.Element {
  return (
    <ul class="plain">
      {items.map(({ statement, sources }) => (
        <li key={statement}>
          <StatementText statement={statement} sources={sources} cites={cites} />
        </li>
      ))}
    </ul>
  );
}

/** What it is, which groups it belongs to, and where it is approved. */
export function About({ data, cites }: { data: CardData; cites: Cites }): JSX.Element {
  const { approval } = data;
  return (
    <>
      {data.card ? (
        <p>
          <StatementText statement={data.whatItIs.statement} sources={data.whatItIs.sources} cites={cites} />
        </p>
      ) : null}
      {data.classes.map(({ id, name, whatItIs }) => (
        <p key={id}>
          <strong>
            Belongs to: <bdi>{name}</bdi>.
          </strong>{' '}
          <StatementText statement={whatItIs.statement} sources={whatItIs.sources} cites={cites} />
        </p>
      ))}
      {approval ? (
        <p>
          <strong>Approved as a medicine, for any use:</strong> US {approvalWords(approval.US)}, EU {approvalWords(approval.EU)},
          UK {approvalWords(approval.GB)}. As of {dateWords(approval.asOf)}.
          <Citations sources={approval.sources} cites={cites} />
        </p>
      ) : null}
    </>
  );
}

function aboutSummary({ classes, approval }: CardData): string {
  return ['what it is', classes[0]?.name, approval && 'where it is approved'].filter(Boolean).join(', ');
}

export function EndLines({ data }: { data: CardData }): JSX.Element {
  const crisisLine = safetyText(data, 'crisisLine');
  const { clinicalReview } = data;
  return (
    <div class="ends">
      {crisisLine ? <p class="crisis">{crisisLine}</p> : null}
      <p>{safetyText(data, 'notAboutYou') ?? sentences.notAboutYou}</p>
      <p>
        Last reviewed {dateWords(data.lastReviewed)}. Next review {dateWords(data.nextReview)}. Clinician check:{' '}
        {clinicalReview === 'not-yet' ? 'not yet' : `${clinicalReview.by}, ${dateWords(clinicalReview.on)}`}.
      </p>
    </div>
  );
}
