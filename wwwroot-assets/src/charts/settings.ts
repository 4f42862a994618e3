/** How a person likes to see curves; kept for the browser's session. */
export interface ViewSettings {
  smoothing: number;
  logarithmic: boolean;
  score: string | null;
}

const key = 'builder.charts';

export function loadSettings(): ViewSettings {
  const usual: ViewSettings = { smoothing: 0, logarithmic: false, score: null };
  try {
    return { ...usual, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<ViewSettings>) };
  } catch {
    return usual;
  }
}

export function saveSettings(settings: ViewSettings): void {
  sessionStorage.setItem(key, JSON.stringify(settings));
}
