/** Language and theme of the page, and the cookies that keep them for the next visit. */

const yearInSeconds = 365 * 24 * 60 * 60;

/** Shows a theme ("light", "dark" or "system") and keeps it for the next visit. */
export function showTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  keep('builder-theme', theme);
  tell();
}

/** Tells the browser the language of the page ("en" or "zh") and keeps it for the next visit. */
export function showLanguage(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  keep('builder-language', language);
}

/** Charts on a canvas do not follow style sheets: the event "builder:theme" tells them to read their colours again. */
export function watchSystemTheme(): void {
  window.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', tell);
}

function tell(): void {
  window.dispatchEvent(new Event('builder:theme'));
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearInSeconds}; samesite=strict`;
}
