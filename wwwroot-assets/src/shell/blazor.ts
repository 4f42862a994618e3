/** What the script of Blazor offers to other scripts; https://learn.microsoft.com/aspnet/core/blazor/fundamentals/routing */
export interface Blazor {
  reconnect?: () => Promise<boolean>;
  navigateTo?: (address: string, options: { replaceHistoryEntry: boolean }) => void;
}

/** Nothing before that script has run. */
export function blazor(): Blazor | undefined {
  return (window as { Blazor?: Blazor }).Blazor;
}
