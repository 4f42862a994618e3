/** The address of a page that is shown without being loaded. */
import { blazor } from './blazor';

/**
 * Goes to an address on behalf of a page, if that page is still the one that is shown. A link that the person pressed changes the address at once,
 * while the server hears of it later: what it asks for by then belongs to a page that was left.
 */
export function moveOn(page: string, target: string, replace: boolean): void {
  if (location.pathname === page) {
    blazor()?.navigateTo?.(target, { replaceHistoryEntry: replace });
  }
}
