import type { AppSetting } from './state.ts';

/** App settings by name. */
export type AppSettings = Readonly<Record<string, AppSetting>>;

/** Names of settings are letters, digits, periods and underscores (Microsoft's page on configuring an app). */
export function isSettingName(name: string): boolean {
  return /^[A-Za-z0-9._]+$/.test(name);
}

/** The value of a setting; its name is compared without case, as configuration in .NET is. */
export function settingNamed(settings: AppSettings, name: string): string | null {
  const wanted = name.toLowerCase();
  return entriesOf(settings).find(([candidate]) => candidate.toLowerCase() === wanted)?.[1].value ?? null;
}

/** The settings after a change: those named are set, or taken away by null; the others stay. */
export function mergedSettings(held: AppSettings, changes: Readonly<Record<string, AppSetting | null>>): AppSettings {
  const merged = new Map<string, AppSetting>(entriesOf(held));
  for (const [name, setting] of Object.entries(changes)) {
    if (setting === null) merged.delete(name);
    else merged.set(name, setting);
  }
  return Object.fromEntries(merged);
}

/**
 * The settings of two slots after a swap. A name that is sticky in one of them stays in both: Azure keeps the sticky
 * names once, for the whole app (facts: corrections 18; `slotConfigNames` of REST).
 */
export function swappedSettings(one: AppSettings, other: AppSettings): readonly [AppSettings, AppSettings] {
  const sticky = new Set(
    [...entriesOf(one), ...entriesOf(other)].flatMap(([name, { sticky }]) => (sticky ? [name] : [])),
  );
  const after = (own: AppSettings, arriving: AppSettings): AppSettings =>
    Object.fromEntries([
      ...entriesOf(own).filter(([name]) => sticky.has(name)),
      ...entriesOf(arriving).filter(([name]) => !sticky.has(name)),
    ]);
  return [after(one, other), after(other, one)];
}

function entriesOf(settings: AppSettings): [string, AppSetting][] {
  return Object.entries(settings);
}
