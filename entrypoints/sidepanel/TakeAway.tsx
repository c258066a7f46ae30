import { useId, useState } from 'preact/hooks';
import type { CardData } from '../../lib/dataset/card-data.ts';
import { citationText, fixText } from '../../lib/ui/copied-text.ts';
import { copyText } from '../../lib/ui/copy.ts';
import { librarySentences, sentences } from '../../lib/ui/sentences.ts';
import { extensionVersion } from './ask.ts';

/** What a reader takes away: the entry with its sources, or a text that suggests a fix. Nothing is sent. */
export function TakeAway({ data }: { data: CardData }) {
  const [said, setSaid] = useState('');
  const [fix, setFix] = useState<string>();
  const id = useId();
  const from = () => ({ version: extensionVersion(), today: new Date() });
  const copy = async (text: string) => setSaid((await copyText(document, text)) ? sentences.copied : sentences.notCopied);
  return (
    <div class="take-away">
      <div class="buttons">
        <button type="button" class="action" onClick={() => copy(citationText(data, from(), 'plain'))}>
          Copy with citation
        </button>
        <button type="button" class="action" onClick={() => copy(citationText(data, from(), 'markdown'))}>
          Copy as Markdown
        </button>
        <button
          type="button"
          class="action"
          aria-expanded={fix !== undefined}
          onClick={() => setFix(fix === undefined ? fixText(data, from()) : undefined)}
        >
          Suggest a fix
        </button>
      </div>
      {fix === undefined ? null : (
        <div class="fix">
          <label for={id}>{librarySentences.fixHelp}</label>
          <textarea id={id} rows={8} value={fix} onInput={(event) => setFix(event.currentTarget.value)} />
          <button type="button" class="action" onClick={() => copy(fix)}>
            Copy the report
          </button>
        </div>
      )}
      <p role="status" class="soft">
        {said}
      </p>
    </div>
  );
}
