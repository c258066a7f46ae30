import { countryChoices, countryName, stateChoices } from '../../lib/settings/regions.ts';
import { type Density, guessRegion, type HoverMode, openDelayRangeMs, type Settings } from '../../lib/settings/settings.ts';

interface ChoicesProps {
  settings: Settings;
  onChange(change: Partial<Settings>): void;
}

const densityWords: Record<Density, string> = { quiet: 'First in each section', all: 'Every mention' };
const hoverWords: Record<HoverMode, string> = {
  hover: 'when the pointer rests on a mark',
  click: 'when you click a mark',
  off: 'only from this list or by key',
};
const entriesOf = <Key extends string>(words: Record<Key, string>) => Object.entries(words) as [Key, string][];

export function Choices({ settings, onChange }: ChoicesProps) {
  return (
    <form class="choices" aria-label="Choices">
      <Marks density={settings.density} onChange={(density) => onChange({ density })} />
      <Region region={settings.region} onChange={(region) => onChange({ region })} />
      <details>
        <summary>More choices</summary>
        <label class="field">
          <span>Open a card</span>
          <select value={settings.hover} onChange={(event) => onChange({ hover: event.currentTarget.value as HoverMode })}>
            {entriesOf(hoverWords).map(([mode, word]) => (
              <option key={mode} value={mode}>
                {word}
              </option>
            ))}
          </select>
        </label>
        {settings.hover === 'hover' && (
          <label class="field">
            <span>Wait before it opens: {settings.openDelayMs / 1000} seconds</span>
            <input
              type="range"
              min={openDelayRangeMs.min}
              max={openDelayRangeMs.max}
              step={100}
              value={settings.openDelayMs}
              aria-valuetext={`${settings.openDelayMs / 1000} seconds`}
              onChange={(event) => onChange({ openDelayMs: event.currentTarget.valueAsNumber })}
            />
          </label>
        )}
        <label class="check">
          <input
            type="checkbox"
            checked={settings.assistive}
            onChange={(event) => onChange({ assistive: event.currentTarget.checked })}
          />
          For keyboard and screen reader: add buttons for the marks at the end of the page
        </label>
      </details>
    </form>
  );
}

function Marks({ density, onChange }: { density: Density; onChange(density: Density): void }) {
  return (
    <fieldset>
      <legend>Mark on the page</legend>
      {entriesOf(densityWords).map(([value, word]) => (
        <label key={value} class="radio">
          <input type="radio" name="density" value={value} checked={density === value} onChange={() => onChange(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

const interfaceLanguage = 'en';

function Region({ region, onChange }: { region: string | null; onChange(region: string | null): void }) {
  const guess = guessRegion(navigator.languages);
  const guessWords = guess === null ? 'not known' : countryName(guess, interfaceLanguage);
  return (
    <label class="field">
      <span>Where you live, for the law</span>
      <select value={region ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        <option value="">Guess from the browser: {guessWords}</option>
        <optgroup label="United States">
          <option value="US">All of the United States</option>
          {stateChoices().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="Other places">
          {countryChoices(interfaceLanguage)
            .filter(({ code }) => code !== 'US')
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  );
}
