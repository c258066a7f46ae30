import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../lib/settings/settings.ts';
import { openSettings, type SettingsArea } from '../../../lib/settings/store.ts';

type Changes = Record<string, { newValue?: unknown }>;

/** An area in memory that answers later, as the browser's does, and tells every listener of each change. */
function areaWith(items: Record<string, unknown>): SettingsArea & { items: Record<string, unknown> } {
  const listeners = new Set<(changes: Changes) => void>();
  return {
    items,
    get: async (key) => structuredClone(key in items ? { [key]: items[key] } : {}),
    async set(added) {
      await Promise.resolve();
      Object.assign(items, structuredClone(added));
      const changes = Object.fromEntries(Object.entries(added).map(([key, newValue]) => [key, { newValue }]));
      for (const listener of listeners) listener(changes);
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
}

describe('stored settings', () => {
  it('are the defaults before anything is stored', async () => {
    expect(await openSettings(areaWith({})).get()).toEqual(defaultSettings);
  });

  it('are one object under `settings`', async () => {
    const area = areaWith({});
    await openSettings(area).update(() => ({ region: 'US-OH' }));
    expect(area.items).toEqual({ settings: { ...defaultSettings, region: 'US-OH' } });
  });

  it('keep both of two changes made at once', async () => {
    const store = openSettings(areaWith({}));
    await Promise.all([
      store.update(() => ({ density: 'all' })),
      store.update((current) => ({ offSites: [...current.offSites, 'a.org'] })),
      store.update((current) => ({ offSites: [...current.offSites, 'b.org'] })),
    ]);
    expect(await store.get()).toEqual({ ...defaultSettings, density: 'all', offSites: ['a.org', 'b.org'] });
  });

  it('keep a field that another part of the extension has changed', async () => {
    const area = areaWith({});
    await openSettings(area).update(() => ({ density: 'all' }));
    await openSettings(area).update(() => ({ region: 'GB' }));
    expect(await openSettings(area).get()).toEqual({ ...defaultSettings, density: 'all', region: 'GB' });
  });

  it('can be changed after a change that failed', async () => {
    const store = openSettings(areaWith({}));
    const failing = store.update(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await store.update(() => ({ density: 'all' }))).density).toBe('all');
  });

  it('are watched until the signal aborts, whatever is written', async () => {
    const area = areaWith({});
    const store = openSettings(area);
    const seen: Settings[] = [];
    const watching = new AbortController();
    store.watch((settings) => seen.push(settings), watching.signal);
    await area.set({ settings: { density: 'all', region: 5 } });
    await area.set({ other: 1 });
    watching.abort();
    await area.set({ settings: { density: 'quiet' } });
    expect(seen).toEqual([{ ...defaultSettings, density: 'all' }]);
  });
});
