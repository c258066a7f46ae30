/** Stored settings: one object under `settings` in `storage.local`, never in an account. */
import { removeQuietly } from '../messages/listen.ts';
import { readSettings, type Settings } from './settings.ts';

/** The part of `browser.storage.local` that is used here. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
    removeListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  };
}

export interface SettingsStore {
  get(): Promise<Settings>;
  /** Changes some fields; the others keep what is stored at that moment. Answers with the settings as they are then. */
  update(change: (current: Settings) => Partial<Settings>): Promise<Settings>;
  /** Calls back with each later change, from any part of the extension, until the signal aborts. */
  watch(onChange: (settings: Settings) => void, signal: AbortSignal): void;
}

const key = 'settings';

export function openSettings(area: SettingsArea): SettingsStore {
  const get = async () => readSettings((await area.get(key))[key]);
  let lastUpdate: Promise<unknown> = Promise.resolve();
  return {
    get,
    update(change) {
      // One after the other: two updates at once would each write back the field the other has just changed.
      const update = lastUpdate.then(async () => {
        const current = await get();
        const next: Settings = { ...current, ...change(current) };
        await area.set({ [key]: next });
        return next;
      });
      lastUpdate = update.catch(() => undefined);
      return update;
    },
    watch(onChange, signal) {
      if (signal.aborted) return;
      // Taken now: an extension that has been updated meanwhile may not even ask for it.
      const { onChanged } = area;
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) onChange(readSettings(change.newValue));
      };
      onChanged.addListener(listener);
      signal.addEventListener('abort', () => removeQuietly(onChanged, listener), { once: true });
    },
  };
}
