/** What the frame around all pages needs of the browser: the theme and the language that it keeps. */

const yearInSeconds = 365 * 24 * 60 * 60;

/** Shows a theme ("light", "dark" or "system") and keeps it for the next visit. */
export function showTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  keep('builder-theme', theme);
}

/** Tells the browser the language of the page ("en" or "zh") and keeps it for the next visit. */
export function showLanguage(language: string): void {
  document.documentElement.lang = language;
  keep('builder-language', language);
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearInSeconds}; samesite=strict`;
}
