/** What the frame around all pages needs of the browser. The page loads it once; the server calls what it exports. */
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-sc';
import { watchConnection } from './connection';
import { watchMenus } from './menus';
import { keepPlace } from './place';
import { watchUndo } from './undo';
import { watchSystemTheme } from './appearance';

export { moveOn } from './address';
export { showLanguage, showTheme } from './appearance';
export { watchImport } from './import';
export { copy, download, select, showDialog } from './page';

const root = document.documentElement;
if (!root.dataset['shell']) {
  root.dataset['shell'] = 'on';
  watchSystemTheme();
  watchMenus(document);
  watchUndo(document);
  keepPlace();
  watchConnection();
}
